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

// While a year is typed, a date field is for a moment in the year 2, 20 or 202, and says so at each key. The page would answer each and
// write over what is typed next, so such a moment is held back until the year is whole or the field is left.
const isYearHalfTyped = field => field instanceof HTMLInputElement && field.type === "date" && field.value !== "" && field.value < "1000";
window.addEventListener("change", event => {
    const field = event.target;
    if (!isYearHalfTyped(field) || document.activeElement !== field) return;
    event.stopImmediatePropagation();
    field.dataset.held = "";
}, true);
window.addEventListener("focusout", event => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || field.dataset.held === undefined) return;
    delete field.dataset.held;
    if (isYearHalfTyped(field)) setTimeout(() => field.dispatchEvent(new Event("change", { bubbles: true })));
}, true);
