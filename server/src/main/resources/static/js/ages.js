// Keeps "12분 전" true without asking the server, and lets the clock of the world run at its speed.
(() => {
  const body = document.body;
  const began = Date.now();
  const from = Number(body.dataset.now) || began;
  const speed = Number(body.dataset.speed) || 1;
  const now = () => from + (Date.now() - began) * speed;
  const english = document.documentElement.lang === "en";

  const ago = (then) => {
    const minutes = Math.floor((now() - then) / 60000);
    if (minutes < 1) return english ? "just now" : "방금";
    if (minutes < 60) return english ? `${minutes} min ago` : `${minutes}분 전`;
    const hours = Math.floor(minutes / 60);
    if (hours < 24) return english ? `${hours} h ago` : `${hours}시간 전`;
    const days = Math.floor(hours / 24);
    if (days >= 7) return null;
    return english ? `${days} ${days === 1 ? "day" : "days"} ago` : `${days}일 전`;
  };

  const clock = new Intl.DateTimeFormat(english ? "en-GB" : "ko-KR", {
    timeZone: "Asia/Seoul", weekday: "short", hour: "numeric", minute: "2-digit", hour12: true,
  });

  const set = (element, text) => {
    if (text && element.textContent !== text) element.textContent = text;
  };

  const refresh = () => {
    document.querySelectorAll("time[data-age]").forEach((time) => set(time, ago(Date.parse(time.dateTime))));
    document.querySelectorAll("time[data-clock]").forEach((time) => set(time, clock.format(now())));
  };

  refresh();
  setInterval(refresh, speed === 1 ? 20000 : 1000);
  document.addEventListener("htmx:load", refresh);
})();
