() => {
  const style = getComputedStyle(document.body);
  const pen = document.createElement("canvas").getContext("2d");
  return Object.fromEntries(
    ["text", "heading", "code"].map((name) => {
      pen.font = `100px ${style.getPropertyValue(`--oer-font-${name}`)}`;
      return [name, Math.round(pen.measureText("Handgloves and 0123456789").width)];
    }),
  );
};
