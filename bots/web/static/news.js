// News on the front page: what is posted to this person while it is open.

const stream = document.getElementById("news-stream");
const news = document.getElementById("news");
const source = new EventSource(stream.dataset.events);
const shown = new Set();

source.addEventListener("post", (event) => {
  if (shown.has(event.lastEventId)) return;
  shown.add(event.lastEventId);
  const template = document.createElement("template");
  template.innerHTML = JSON.parse(event.data).html;
  news.prepend(template.content);
});
addEventListener("pagehide", () => source.close());
