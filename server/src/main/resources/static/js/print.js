// A page made for paper asks for the printer when it is complete.
if (document.body?.hasAttribute("data-print")) addEventListener("load", () => setTimeout(() => print(), 100));
