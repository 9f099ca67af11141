// The characters left, counted as the reader sees them: an accented letter or an emoji is one.
(() => {
  "use strict";
  const counter = document.querySelector("[data-counter]");
  const voice = document.querySelector("[data-counter-voice]");
  if (!counter || !voice) return;
  const field = document.getElementById(counter.dataset.counter);
  const maximum = Number(counter.dataset.maximum);
  const segmenter =
    typeof Intl.Segmenter === "function"
      ? new Intl.Segmenter("fr", { granularity: "grapheme" })
      : null;

  function length(text) {
    // Blanks at the ends do not count: the server takes them away.
    const whole = text.trim().normalize("NFC");
    if (!segmenter) return Array.from(whole).length;
    let count = 0;
    for (const _ of segmenter.segment(whole)) count += 1;
    return count;
  }

  function sentence(remaining) {
    const words = counter.dataset;
    const number = Math.abs(remaining);
    const one = number < 2;
    const pattern =
      remaining < 0 ? (one ? words.overOne : words.overMany) : one ? words.one : words.many;
    // French writes zero in the singular.
    return pattern.replace("#", String(number));
  }

  // A screen reader hears the counter at these points only, not at each key.
  const spoken = [100, 50, 20, 10, 0];
  let before = maximum - length(field.value);

  function update() {
    const remaining = maximum - length(field.value);
    const text = sentence(remaining);
    counter.textContent = text;
    counter.classList.toggle("counter--over", remaining < 0);
    const crossed = spoken.some((point) => remaining <= point && before > point);
    if (crossed || (remaining < 0) !== (before < 0)) voice.textContent = text;
    before = remaining;
  }

  counter.hidden = false;
  field.addEventListener("input", update);
  update();
})();
