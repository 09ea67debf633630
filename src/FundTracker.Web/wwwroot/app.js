// What the pages ask of the browser: to keep a choice, to save a file.
window.fundTracker = {
    remember(name, value, dark) {
        document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=34560000; samesite=lax`;
        document.documentElement.className = dark ? "dark" : "light";
    },
    // The day looked at holds for every page that is opened until the browser is closed.
    rememberDay(name, value) {
        document.cookie = `${name}=${encodeURIComponent(value)}; path=/; samesite=lax`;
    },
    // The page answers from now on; before, it is only a picture of itself.
    live() {
        document.body.dataset.live = "";
    },
    async save(name, type, streamReference) {
        const content = await streamReference.arrayBuffer();
        const address = URL.createObjectURL(new Blob([content], { type }));
        const link = document.createElement("a");
        link.href = address;
        link.download = name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(address), 10000);
    },
};

// A date that is typed is a whole date again after each key (the 2nd, then the 20th; the year 2, 20, 202), and says so each time. The page
// would answer each and write over what is typed next. So what keys changed is held back until the field is left or the form is sent; a day
// that is picked counts at once.
const isDate = field => field instanceof HTMLInputElement && field.type === "date";
const tellHeld = field => {
    delete field.dataset.typing;
    if (field.dataset.held === undefined) return;
    delete field.dataset.held;
    field.dispatchEvent(new Event("change", { bubbles: true }));
};
window.addEventListener("keydown", event => {
    if (!isDate(event.target)) return;
    if (event.key === "Enter") tellHeld(event.target);
    else event.target.dataset.typing = "";
}, true);
window.addEventListener("pointerdown", event => isDate(event.target) && tellHeld(event.target), true);
window.addEventListener("focusout", event => isDate(event.target) && tellHeld(event.target), true);
window.addEventListener("change", event => {
    if (!isDate(event.target) || event.target.dataset.typing === undefined) return;
    event.target.dataset.held = "";
    event.stopImmediatePropagation();
}, true);

// Escape closes what lies over the page, the last opened first, wherever the focus is: a reader may have clicked beside all fields.
window.addEventListener("keydown", event => {
    const close = event.key === "Escape" ? [...document.querySelectorAll("[data-escape]")].at(-1) : undefined;
    if (close === undefined) return;
    event.stopImmediatePropagation();
    close.click();
}, true);
