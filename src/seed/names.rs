//! Made-up names: common given names and invented family names, dealt out by chance. Nobody real is meant.

use super::dice::Dice;
use crate::words::Sex;

const BOYS: &str = "Alfie Amir Aiden Archie Ben Blake Callum Cameron Charlie Connor Daniel Darius Dawid Dylan Elijah Ethan \
    Finley Freddie George Harley Harrison Harvey Ibrahim Isaac Jack Jacob Jaden Jake Jamal James Jayden Joel Jordan Joseph \
    Josh Kai Kayden Kian Kieran Kyle Leo Levi Lewis Liam Logan Louis Luca Lucas Luke Marcus Mason Mateusz Max Mohammed \
    Nathan Noah Ollie Oscar Owen Reece Rhys Riley Ryan Samuel Sebastian Shay Sonny Taylor Theo Toby Tommy Tyler Vinnie \
    William Yusuf Zac Zayn";
const GIRLS: &str = "Aaliyah Abigail Aisha Alice Alisha Amber Amelia Amina Amy Anya Bella Bethany Brooke Casey Chantelle \
    Charlotte Chloe Daisy Demi Eleanor Elizabeth Ella Ellie Emily Erin Esme Eva Evie Faith Fatima Freya Georgia Grace \
    Hannah Harriet Hollie Imogen Isabella Isla Jasmine Jess Kacey Katie Kayla Kiera Lacey Lauren Layla Leah Lexi Lily Lola \
    Lucy Maisie Maya Megan Mia Millie Molly Morgan Naomi Nevaeh Niamh Olivia Paige Phoebe Poppy Ruby Sana Scarlett Shannon \
    Skye Sophie Summer Tia Zara Zoe";
const GROWN: &str = "Adele Aidan Alan Amanda Andrea Angela Anil Barbara Bernard Carla Carol Catherine Claire Colin Damian \
    Deborah Denise Derek Donna Elaine Fiona Gareth Gary Gillian Glenn Hazel Helen Howard Jackie Janet Jeanette Joanne Julie \
    Karen Keith Kelly Kerry Lesley Linda Lorraine Malcolm Marie Martin Maureen Nadia Neil Nicola Nigel Pauline Philip \
    Rachel Rajesh Rebecca Robert Sally Samina Sandra Sharon Simon Stephen Stuart Susan Tina Tracey Trevor Wendy Yvonne";
const FAMILIES: &str = "Abberwick Aldersham Ambrosley Arkenfold Ashgrove Balderwick Barrowmere Beckinstow Bellhanger Birkendale \
    Blackmantle Bramblecote Brandersley Briarstone Brockendale Burrowfield Caldershaw Candlestow Carrowmore Catterwell \
    Chalkhanger Cinderwood Clavermere Coldharrow Copplestow Cranborough Crowmarrow Dallowick Dapplemere Darrowby Deepwell \
    Dimmersham Dovershaw Drakenfield Dunnersley Eastermoor Elderfold Emberwick Everstow Fallowdene Featherwell Fennimoor \
    Fernhanger Flaxenby Foxenholt Fullerstow Gallowmere Garnerby Gildersham Gorsewick Grenfold Hackenwell Halverstow \
    Hammerfold Harkenshaw Hartenby Hathermoor Hazelstow Hetherwick Hollinfold Honeymere Hurstenby Inglewater Ivorsham \
    Jacklinby Juniperstow Keldermoor Kennelwick Kestlemere Kilnershaw Kingsfold Ladderwell Lambenshaw Larkenby Leatherstow \
    Lindenfold Lorrimoor Maddenwick Marchstow Marlowfold Meadowshaw Merrowby Millerstow Mossenby Muirhanger Nettlefold \
    Norrisham Oakenby Ollerstow Orchardson Otterwell Paddersley Pellerstow Pennifold Pepperwick Quarrenby Quillstow \
    Rackenshaw Ravensby Reddenfold Rookhanger Rushmerrow Saddlerby Saltenmoor Sandershaw Scarfold Sedgemoreby Shepperstow \
    Silverhanger Skelderby Slaterwick Sorrelfold Starlingby Stonnard Summerstow Swallowmere Tackerby Tallowmoor Tannerfold \
    Tarrowby Thackstow Thistlewell Thornershaw Timberlow Tollerstow Turnfold Umberwick Vallenby Velderstow Wainfold \
    Walderby Warrenstow Weatherfold Wellowshaw Whinmoor Wickenby Willowstow Wintershaw Withycombe Woodershaw Yarrowby \
    Yewenfold";
const ELSEWHERE: &str = "Adeyanmi Akhtarwal Banerjay Bialoszek Chowdhari Desouzan Fernandezo Gurungal Hossaini Ibrahimov \
    Jakubczak Kowalenko Limbunath Mbekiwa Nguyenthi Okonkwari Oyelaranti Patelwar Quraishan Rahmanti Rodriganez Singhera \
    Szymanek Tamangir Thapalay Usmanov Varghesan Wojtasik Yilmazer Zielonka";

/// Names already cut into words.
#[derive(Debug)]
pub struct Names {
    boys: Vec<&'static str>,
    girls: Vec<&'static str>,
    grown: Vec<&'static str>,
    families: Vec<&'static str>,
    elsewhere: Vec<&'static str>,
}

impl Default for Names {
    fn default() -> Self {
        let cut = |names: &'static str| names.split_whitespace().collect();
        Self {
            boys: cut(BOYS),
            girls: cut(GIRLS),
            grown: cut(GROWN),
            families: cut(FAMILIES),
            elsewhere: cut(ELSEWHERE),
        }
    }
}

impl Names {
    /// A child's given name.
    pub fn given(&self, dice: &mut Dice, sex: Sex) -> String {
        let from = match sex {
            Sex::Male => &self.boys,
            Sex::Female => &self.girls,
            Sex::Unknown => {
                if dice.percent(50.0) {
                    &self.boys
                } else {
                    &self.girls
                }
            }
        };
        (*dice.pick(from)).to_owned()
    }

    /// A family name; one in twelve has two parts.
    pub fn family(&self, dice: &mut Dice) -> String {
        let list = if dice.percent(14.0) { &self.elsewhere } else { &self.families };
        let first = *dice.pick(list);
        if dice.percent(8.0) { format!("{first}-{}", dice.pick(&self.families)) } else { first.to_owned() }
    }

    /// The given name of a grown-up.
    pub fn grown(&self, dice: &mut Dice) -> String {
        (*dice.pick(&self.grown)).to_owned()
    }
}
