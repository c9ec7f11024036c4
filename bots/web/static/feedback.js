// The coach's box: words about the whole call, or about one line of it.

const form = document.getElementById("feedback");
const about = document.getElementById("about");
const words = document.getElementById("feedback-words");
const turn = document.getElementById("about-turn");

function anchor(button) {
  const line = button.closest(".say");
  turn.value = button.dataset.anchor;
  const text = line.querySelector(".words").textContent;
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  document.getElementById("about-words").textContent = `About line ${Number(turn.value) + 1}: “${short}”`;
  about.hidden = false;
  words.focus();
}

function drop() {
  turn.value = "";
  about.hidden = true;
}

export function startFeedback() {
  document.getElementById("log").addEventListener("click", (event) => {
    const button = event.target.closest("[data-anchor]");
    if (button) anchor(button);
  });
  document.getElementById("about-drop").addEventListener("click", () => {
    drop();
    words.focus();
  });
  form.addEventListener("sent", drop);
}
