// What to say when something is in the way, and what to do about it.

const ALLOW = {
  Edge: "Click the lock at the left of the address, set Microphone to Allow, then try again.",
  Firefox: "Click the crossed-out microphone at the left of the address, remove the block, then try again.",
  Chrome: "Click the icon at the left of the address, switch Microphone on, then try again.",
  Safari: "Open Safari › Settings › Websites › Microphone, allow it for this page, then reload. On an iPhone tap aA beside the address, then Website Settings.",
};

function browser() {
  const agent = navigator.userAgent;
  const signs = { Edge: /Edg/, Firefox: /Firefox|FxiOS/, Chrome: /Chrome|CriOS/, Safari: /Safari/ };
  return Object.keys(signs).find((name) => signs[name].test(agent)) ?? "Chrome";
}

/** Every trouble has a title, what to do about it, and at most one button. */
export const TROUBLES = {
  blocked: () => ({
    title: "Your browser blocks the microphone",
    text: `The customer cannot hear you yet. ${ALLOW[browser()]}`,
    others: Object.entries(ALLOW).filter(([name]) => name !== browser()),
    button: "Try again",
  }),
  missing: () => ({
    title: "There is no microphone",
    text: "Plug one in, or switch your headset on, then try again.",
    button: "Try again",
  }),
  busy: () => ({
    title: "The microphone cannot be used just now",
    text: "Another program may be holding it. Close other calls, then try again.",
    button: "Try again",
  }),
  insecure: () => ({
    title: "This page is not secure",
    text: "Browsers give a microphone only to pages whose address begins with https. Ask your administrator for the secure address of this page.",
  }),
  old: () => ({
    title: "This browser is too old for a call",
    text: "Please open the link in a current Chrome, Edge, Firefox or Safari.",
  }),
  elsewhere: () => ({
    title: "The call goes on in another window",
    text: "You opened it there, so it is quiet here.",
    button: "Take it over here",
  }),
  garbled: () => ({
    title: "The connection got mixed up",
    text: "Your call is kept. Join it again, and it goes on where it was.",
    button: "Join again",
  }),
  rate: () => ({
    title: "The sound of this browser does not fit",
    text: "Please open the call in a current Chrome, Edge, Firefox or Safari.",
    button: "Try again",
  }),
  reload: () => ({
    title: "This page is from an earlier version",
    text: "Reload it, and the call goes on where it was.",
    button: "Reload",
  }),
  refused: (words) => ({ title: "You cannot join this call", text: words }),
  notHere: (words) => ({
    title: "The call cannot be held just now",
    text: words || "Please try again in a moment.",
    button: "Try again",
  }),
  quiet: () => ({
    title: "Your browser waits for you",
    text: "It plays sound only after a click or a key.",
    button: "Go on with the call",
  }),
};

export class Trouble extends Error {
  constructor(name, words = "") {
    super(name);
    this.told = TROUBLES[name](words);
    this.told.name = name;
  }
}

export const STATES = {
  listening: (name) => `${name} is listening`,
  thinking: (name) => `${name} is thinking…`,
  coming: (name) => `${name} is coming to the phone…`,
  speaking: (name) => `${name} is speaking`,
};
