// How many pixels of two pictures (PNG in base64) of the same size differ with a contrast of 3:1 or more.
async ([before, after]) => {
  const pixels = async (text) => {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const brush = new OffscreenCanvas(picture.width, picture.height).getContext("2d", { willReadFrequently: true });
    brush.drawImage(picture, 0, 0);
    return brush.getImageData(0, 0, picture.width, picture.height).data;
  };
  const [one, other] = [await pixels(before), await pixels(after)];
  const part = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const shares = Array.from({ length: 256 }, (_, value) => part(value / 255));
  const light = (data, at) => 0.2126 * shares[data[at]] + 0.7152 * shares[data[at + 1]] + 0.0722 * shares[data[at + 2]] + 0.05;
  let count = 0;
  for (let at = 0; at < one.length; at += 4) {
    const [a, b] = [light(one, at), light(other, at)];
    if (Math.max(a, b) >= 3 * Math.min(a, b)) count += 1;
  }
  return count;
}
