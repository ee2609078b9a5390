import type { Random } from './random';

/** Common given and family names, chosen freely; any person they seem to name together is a coincidence. */
const GIVEN_FEMALE = words(`
  Abena Aisha Alice Amara Amelia Aneta Anjali Anwen Ayesha Beatriz Bethan Bronwen Carys Catrin Cerys Charlotte
  Chiara Chloe Danuta Deepa Donna Ebony Efua Eilidh Eleri Ella Emily Esther Eszter Farah Fatima Ffion Freya
  Gemma Grace Halima Hannah Heather Ines Ioana Jade Jasmine Joanna Jodie Kamila Karen Katarzyna Kavita Keira
  Kerry Kimberley Laila Leanne Lerato Lowri Lucy Maisie Maria Mariam Mei Megan Mia Monika Naomi Natalie Ngozi
  Nicole Niamh Noor Olena Olivia Parminder Paula Poppy Priya Rachel Rania Rebecca Rhian Ruth Sabina Safiya Sara
  Shanice Shauna Simran Sinead Sofia Stacey Tamsin Tanya Temi Tia Uzma Valentina Wanjiru Yasmin Yetunde Zainab
  Zofia Zuzanna
`);
const GIVEN_MALE = words(`
  Aaron Abdul Adebayo Adrian Ahmed Aled Alexandru Amit Andrzej Anil Anthony Arjun Ashley Bartosz Ben Bilal
  Brandon Callum Carl Chidi Chris Connor Craig Curtis Daniel Darren Dean Dele Deepak Dilip Dylan Edward Elis
  Emeka Ethan Farooq Femi Gareth Gavin Geraint Gethin Gurdeep Hamza Harri Hassan Ibrahim Imran Iwan Jakub Jamal
  Jerome Joel Jordan Josh Kamran Karl Kevin Kieran Kofi Kwame Kyle Lee Leon Liam Luca Luke Marek Marcus Mark
  Martin Mateusz Matthew Mehdi Mihai Nathan Neil Nigel Oliver Olu Omar Owen Patryk Pawel Peter Rajesh Reece
  Rhodri Rhys Ricardo Robert Ross Ryan Samir Scott Sean Shaun Stefan Steven Tariq Terry Thomas Tomasz Trevor
  Tudor Usman Vikram Wayne Yusuf
`);
const FAMILY = words(`
  Abara Adeleke Ahmadi Akhtar Alderton Allsop Amankwah Appiah Arden Ashcombe Asante Atwell Baines Bancroft
  Bannister Barczak Begum Bello Bevan Bhatt Birtles Bowen Brearley Briggs Broadbent Calloway Carrow Chana
  Chaudhry Cieslak Cleary Clegg Coker Coles Cottam Cragg Darlington Davenport Desai Devlin Dhillon Dobrescu
  Docherty Drake Dunstan Eastwood Eccles Ekwueme Entwistle Eze Fairhurst Feeney Fielding Flynn Fosu Gallimore
  Garside Ghosh Gittins Goddard Gorski Greenhalgh Grewal Haines Halloran Hartley Heaton Hewitt Hindle Holloway
  Horvath Howarth Hussain Ibekwe Ingham Iqbal Islam Jankowski Jessop Joshi Kaur Kaminski Kendall Kershaw Khatun
  Kowal Kozak Lally Latham Leigh Lewin Lister Llewellyn Lomax Lovell Lungu Mahmood Malik Marsden Mensah Metcalfe
  Mistry Molloy Mukherjee Nadeem Naylor Ndlovu Nowicki Nuttall Obi Odukoya Ofori Ogden Okafor Onyango Orme Osei
  Owusu Pandya Parry Patel Pawlak Penhale Pickup Pritchard Prosser Quinlan Rahman Ramsbottom Rashid Redfern Rees
  Rigby Roscoe Rowlands Rudge Sahota Salako Sandhu Scholes Sethi Shackleton Siddiqui Singh Slater Sobczak Stancu
  Stott Szabo Tandy Tetteh Thackray Thorley Treharne Turay Tyldesley Uddin Ugwu Vasile Virk Wadsworth Walczak
  Whittle Wilde Wolski Zaman Zielinski
`);

/**
 * Parts of English place names, of which the rarer family names are put together. In any country most family names are
 * rare: with the names above alone, five people of a large world would have every name there is.
 */
const BEGINNINGS = words(`
  Al Ash Ax Bar Bas Beck Bel Bir Black Brad Bram Bran Bright Brock Bur Cal Carl Chad Clay Col Cran Cul Dal Den Dray
  Dud Dun East Elm Els Far Fen Fern Gar Glen Gold Gos Grims Had Hal Harl Hart Hather Hazel Hel Hol Horn Hux Ivy
  Kel Kirk Lang Lin Long Lut Mal Marl Mel Mid Nor Oak Old Os Pad Pen Pres Rad Red Rock Ros Rush Sal Sand Shar
  Sher Staf Stan Stock Strat Sut Swan Tad Thorn Tor Tun Wal War Wel West Whit Wil Win Wood Wool Wyn Yar
`);
const ENDINGS = words(`
  beck bourne bridge brook bury by cliffe combe cote croft dale don field fold ford gate grove ham hurst land leigh
  ley low mere more ridge shaw side stead stone thorpe ton wall ward water well wick wood worth
`);
const RARE_FAMILIES = BEGINNINGS.length * ENDINGS.length;
/** Invented: how many rare family names have as many bearers as one of the list. A third of all people have one of the list. */
const TIMES_AS_COMMON = 11;

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

export interface Name {
  given: string;
  family: string;
}

/** An invented name. */
export function inventName(random: Random, sex: 'F' | 'M'): Name {
  return { given: random.pick(sex === 'F' ? GIVEN_FEMALE : GIVEN_MALE), family: inventFamily(random) };
}

function inventFamily(random: Random): string {
  const drawn = random.below(RARE_FAMILIES + FAMILY.length * TIMES_AS_COMMON);
  if (drawn >= RARE_FAMILIES) return FAMILY[Math.floor((drawn - RARE_FAMILIES) / TIMES_AS_COMMON)]!;
  return BEGINNINGS[drawn % BEGINNINGS.length]! + ENDINGS[Math.floor(drawn / BEGINNINGS.length)]!;
}

const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/([bcdfglmnprst])\1/, '$1'],
  [/ie/, 'ei'],
  [/ei/, 'ie'],
  [/ck/, 'k'],
  [/ph/, 'f'],
  [/y/, 'i'],
  [/sk/, 'sc'],
  [/ou/, 'u'],
  [/ea/, 'ee'],
  [/([aeiou])([lnrt])(?=[aeiou])/, '$1$2$2'],
  [/h/, ''],
  [/([a-z])([a-z])$/, '$2$1'],
];

/** The name as a hurried clerk of another force might have written it: always different, always close. */
export function misspelt(random: Random, name: string): string {
  const body = name.slice(1);
  const slips = SLIPS.map(([from, to]) => body.replace(from, to)).filter((slip) => slip !== body);
  return name.slice(0, 1) + (slips.length > 0 ? random.pick(slips) : `${body}e`);
}
