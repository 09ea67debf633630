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
