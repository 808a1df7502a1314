/* Two pictures as base64: the share of cells of 4 by 4 pixels whose mean colour differs by more than 12 of 255 in a channel. */
async (pictures) => {
  const CELL = 4;
  const MOST = 12;
  const images = await Promise.all(
    pictures.map(async (text) => createImageBitmap(new Blob([Uint8Array.from(atob(text), (one) => one.charCodeAt(0))]))),
  );
  const width = Math.floor(Math.min(...images.map((image) => image.width)) / CELL);
  const height = Math.floor(Math.min(...images.map((image) => image.height)) / CELL);
  const means = images.map((image) => {
    const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, width * CELL, height * CELL);
    const cells = new Float32Array(width * height * 3);
    for (let y = 0; y < height * CELL; y++)
      for (let x = 0; x < width * CELL; x++)
        for (let channel = 0; channel < 3; channel++)
          cells[(Math.floor(y / CELL) * width + Math.floor(x / CELL)) * 3 + channel] += data[(y * width * CELL + x) * 4 + channel] / CELL ** 2;
    return cells;
  });
  let other = 0;
  for (let at = 0; at < means[0].length; at += 3)
    if ([0, 1, 2].some((channel) => Math.abs(means[0][at + channel] - means[1][at + channel]) > MOST)) other++;
  return { share: other / (width * height || 1), before: images[0].height, now: images[1].height };
};
