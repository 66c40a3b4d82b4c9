// Draws the charts of a page from the Vega-Lite specifications beside them, in the colours of the page.
import embed from "vega-embed";
import { expressionInterpreter } from "vega-interpreter";

const drawn = new Map();

function colour(name) {
  const probe = document.createElement("i");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

function config() {
  const [ink, quiet, line] = ["ink", "quiet", "line"].map(colour);
  const font = getComputedStyle(document.body).fontFamily;
  return {
    background: null,
    font,
    view: { stroke: null },
    range: { category: [1, 2, 3, 4].map((quad) => colour(`quad-${quad}`)) },
    axis: {
      labelColor: quiet, titleColor: quiet, titleFontWeight: "normal", labelFontSize: 12, titleFontSize: 12,
      domainColor: line, tickColor: line, gridColor: line, tickSize: 4,
    },
    axisY: { domain: false, ticks: false, tickCount: 4, tickMinStep: 1 },
    axisX: { grid: false, labelOverlap: true, labelFlush: true },
    legend: { disable: true },
    geoshape: { fill: colour("land"), stroke: colour("paper"), strokeWidth: 0.6 },
    circle: { fillOpacity: 0.6, stroke: colour("paper"), strokeWidth: 0.7, opacity: 1 },
    line: { stroke: ink, strokeWidth: 1.5 },
    text: { color: ink },
  };
}

// The words of what is under the pointer, set as text and never as markup.
function tooltip(handler, event, item, value) {
  let note = document.querySelector(".tooltip");
  if (value === null || value === undefined || value === "") {
    note?.remove();
    return;
  }
  if (!note) {
    note = Object.assign(document.createElement("div"), { className: "tooltip" });
    document.body.append(note);
  }
  note.textContent = typeof value === "object" ? Object.entries(value).map((pair) => pair.join(": ")).join(" · ") : value;
  const left = Math.min(event.clientX + 12, innerWidth - note.offsetWidth - 8);
  note.style.left = `${Math.max(8, left)}px`;
  note.style.top = `${event.clientY + 16}px`;
}

function isoDay(time) {
  return new Date(time).toISOString().slice(0, 10);
}

// A stretch of time that is brushed becomes the filter of the page.
function zoomTo(view) {
  const [days] = Object.values(view.signal("brush") ?? {});
  if (!days || days[1] - days[0] < 36e5) return;
  const address = new URL(location.href);
  address.searchParams.set("since", isoDay(days[0]));
  address.searchParams.set("until", isoDay(days[1]));
  location.assign(address);
}

async function save(figure, kind) {
  const view = drawn.get(figure);
  if (!view) return;
  const address = await view.toImageURL(kind, kind === "png" ? 2 : 1);
  Object.assign(document.createElement("a"), { href: address, download: `${figure.id}.${kind}` }).click();
}

// A map of the world fits itself; one of a part of it is centred there.
function fitMap(spec, width) {
  const { aspect, focus } = spec.usermeta ?? {};
  if (!aspect) return;
  spec.height = Math.min(spec.height, Math.round(width * aspect));
  if (!focus) return;
  const degree = Math.PI / 180;
  const stretched = focus.tall / Math.cos(focus.latitude * degree);
  spec.projection = {
    type: "mercator",
    center: [focus.longitude, focus.latitude],
    scale: Math.min(width / focus.across, spec.height / stretched) / degree,
    translate: [width / 2, spec.height / 2],
  };
}

async function draw(figure) {
  const drawing = figure.querySelector(".drawing");
  const spec = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
  const options = {
    ast: true, expr: expressionInterpreter, renderer: "svg", actions: false, defaultStyle: false, tooltip, config: config(),
  };
  fitMap(spec, drawing.clientWidth);
  drawn.get(figure)?.finalize();
  const { view } = await embed(drawing, spec, options);
  drawing.querySelector("svg").ariaHidden = "true"; // one picture with a name, and the table beneath tells the rest
  drawn.set(figure, view);
  if (spec.usermeta?.zooms) drawing.onpointerup = () => setTimeout(() => zoomTo(view), 50);
}

function drawAll() {
  for (const figure of document.querySelectorAll("figure.chart:has(.drawing)")) draw(figure);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-save]");
  if (button) save(button.closest("figure"), button.dataset.save);
});
document.addEventListener("themechange", drawAll);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
document.addEventListener("htmx:after:swap", drawAll);
drawAll();
