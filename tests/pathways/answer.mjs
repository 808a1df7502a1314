// Answers cases: an array of {catalogue, have, minutes} as JSON in, the pathways that the browser finds out.
import { readFileSync } from "node:fs";
import { pathway } from "../../oer_build/theme/assets/oer/pathway.js";

const cases = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(cases.map((one) => pathway(one.catalogue, one.catalogue.roles[0], one.have, one.minutes))));
