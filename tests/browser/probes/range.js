// The contrast between the lightest and the darkest pixel of a picture (PNG in base64).
async (text) => {
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const brush = new OffscreenCanvas(picture.width, picture.height).getContext("2d", { willReadFrequently: true });
  brush.drawImage(picture, 0, 0);
  const { data } = brush.getImageData(0, 0, picture.width, picture.height);
  const part = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const shares = Array.from({ length: 256 }, (_, value) => part(value / 255));
  let [least, most] = [1.05, 0.05];
  for (let at = 0; at < data.length; at += 4) {
    const light = 0.2126 * shares[data[at]] + 0.7152 * shares[data[at + 1]] + 0.0722 * shares[data[at + 2]] + 0.05;
    least = Math.min(least, light);
    most = Math.max(most, light);
  }
  return most / least;
}
