//! Large desks of invented releases, to measure with: the structure of a real archive, words as often
//! as in real text, several scripts, people who come back.
//!
//! Everything follows from the seed. The words after the first few hundred are made of syllables, so
//! that the vocabulary grows with the archive as it does in a real one.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use dateline_model::{
    Block, Body, Boilerplate, Contact, Content, Embargo, Inline, Kind, Language, ReleaseId, Stage,
};
use fastrand::Rng;

use crate::{Cause, Desk, DeskError, NewRelease};

/// How many releases go in at once.
const BATCH: usize = 5_000;

/// Over how many days up to today the archive reaches: twenty years.
const DAYS: u64 = 7_300;

/// How many words a language has. English newspapers of this size use some thirty thousand.
const VOCABULARY: usize = 30_000;

impl Desk {
    /// Puts so many invented releases on the desk, the oldest first, and tells after every batch how
    /// many there are. The same seed and time make the same releases.
    ///
    /// # Errors
    /// When the desk cannot be written.
    pub fn invent(
        &self,
        count: usize,
        seed: u64,
        now: DateTime<Utc>,
        mut so_far: impl FnMut(usize),
    ) -> Result<Vec<ReleaseId>, DeskError> {
        let mut newsroom = Newsroom::new(seed);
        newsroom.fill_library(self, now)?;
        let mut made = Vec::with_capacity(count);
        while made.len() < count {
            let size = BATCH.min(count - made.len());
            let batch = (made.len()..made.len() + size)
                .map(|number| {
                    let ago = DAYS * (count - number - 1) as u64 / count as u64;
                    newsroom.release(now.date_naive() - Days::new(ago), now)
                })
                .collect();
            made.extend(self.create_releases(batch, "Archive", now)?);
            so_far(made.len());
        }
        Ok(made)
    }
}

/// Invents releases.
struct Newsroom {
    rng: Rng,
    tongues: Vec<Tongue>,
    people: Vec<(String, String)>,
    places: Vec<String>,
    sections: Vec<&'static str>,
    tags: Vec<String>,
    boilerplate: Boilerplate,
    contact: Contact,
}

/// A language with its words, the most frequent first.
struct Tongue {
    language: Language,
    /// What part of the archive is written in it, in hundredths.
    share: u32,
    words: Vec<String>,
    /// For each word, how often it or one before it comes.
    weights: Vec<f64>,
    /// What stands between words and behind sentences.
    space: &'static str,
    stop: &'static str,
}

impl Newsroom {
    fn new(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let tongues = TONGUES.map(|spec| Tongue::new(spec, &mut rng)).into();
        let name = |rng: &mut Rng| capital(&coined(LATIN, rng, 2));
        let people = (0..400)
            .map(|_| {
                let position = POSITIONS[rng.usize(..POSITIONS.len())];
                (format!("{} {}", name(&mut rng), name(&mut rng)), position.to_owned())
            })
            .collect();
        let places = (0..60).map(|_| name(&mut rng)).collect();
        let tags = (0..120).map(|_| coined(LATIN, &mut rng, 3)).collect();
        let boilerplate = Boilerplate {
            title: "About the Port of Vestmark".to_owned(),
            text: "The Port of Vestmark has served the western coast since 1614.".to_owned(),
            ..Boilerplate::default()
        };
        let contact =
            Contact::parse("Press desk, Port of Vestmark, +47 5550 0100, press@vestmark.example");
        let sections = SECTIONS.into();
        Self { rng, tongues, people, places, sections, tags, boilerplate, contact }
    }

    /// Keeps in the library what every release holds.
    fn fill_library(&mut self, desk: &Desk, now: DateTime<Utc>) -> Result<(), DeskError> {
        self.boilerplate.id = Some(desk.put_boilerplate(&self.boilerplate, "Archive", now)?.id);
        self.contact.id = Some(desk.put_contact(&self.contact, "Archive", now)?.id);
        Ok(())
    }

    fn release(&mut self, date: NaiveDate, now: DateTime<Utc>) -> NewRelease {
        let rng = &mut self.rng;
        let mut draw = rng.u32(..100);
        let tongue = self
            .tongues
            .iter()
            .find(|tongue| {
                let hit = draw < tongue.share;
                draw = draw.saturating_sub(tongue.share);
                hit
            })
            .unwrap_or(&self.tongues[0]);
        let age = (now.date_naive() - date).num_days();
        let stage = match rng.u32(..100) {
            0..40 if age < 14 => Stage::Draft,
            40..60 if age < 14 => Stage::Review,
            0 => Stage::Withdrawn,
            1 => Stage::Corrected,
            _ => Stage::Released,
        };
        let embargo = (rng.u32(..20) == 0 || age < 3 && rng.bool()).then(|| Embargo {
            until: now + TimeDelta::hours(rng.i64(1..72)) - TimeDelta::days(age),
            zone: Tz::Asia__Bishkek,
        });
        let person = &self.people[zipf_index(rng, self.people.len())];
        let content = Content {
            kind: Kind::ALL[zipf_index(rng, Kind::ALL.len() - 1)],
            language: tongue.language.clone(),
            headline: {
                let length = rng.usize(6..12);
                tongue.phrase(rng, length)
            },
            subhead: if rng.bool() { tongue.phrase(rng, 14) } else { String::new() },
            place: self.places[zipf_index(rng, self.places.len())].clone(),
            date: Some(date),
            body: tongue.body(rng, person),
            notes: if rng.u32(..4) == 0 {
                Body::of_paragraphs([tongue.sentence(rng)])
            } else {
                Body::default()
            },
            boilerplates: vec![self.boilerplate.clone()],
            contacts: vec![self.contact.clone()],
            embargo,
            correction: None,
        };
        let tags = (0..rng.usize(0..4))
            .map(|_| self.tags[zipf_index(rng, self.tags.len())].clone())
            .collect();
        NewRelease {
            content,
            section: self.sections[zipf_index(rng, self.sections.len())].to_owned(),
            tags,
            stage,
            reference: None,
            cause: Cause::Imported,
            source: None,
        }
    }
}

impl Tongue {
    fn new(spec: TongueSpec, rng: &mut Rng) -> Self {
        let mut words: Vec<String> = spec.common.split(' ').map(str::to_owned).collect();
        while words.len() < VOCABULARY {
            let length = if spec.space.is_empty() { 1 } else { 1 + zipf_index(rng, 4) };
            words.push(coined(spec.syllables, rng, length + usize::from(words.len() > 800)));
        }
        let mut sum = 0.0;
        let weights = (1..=words.len())
            .map(|rank| {
                // Zipf's law, with Mandelbrot's shift that flattens the first ranks.
                sum += 1.0 / (rank as f64 + 2.7);
                sum
            })
            .collect();
        // A tag that the table below spells wrong would show in the first test that counts languages.
        let language = spec.tag.parse().unwrap_or_else(|_| Language::english());
        let TongueSpec { share, space, stop, .. } = spec;
        Self { language, share, words, weights, space, stop }
    }

    fn word(&self, rng: &mut Rng) -> &str {
        let total = self.weights.last().copied().unwrap_or_default();
        let at = rng.f64() * total;
        let index = self.weights.partition_point(|weight| *weight < at);
        &self.words[index.min(self.words.len() - 1)]
    }

    fn phrase(&self, rng: &mut Rng, length: usize) -> String {
        let words: Vec<_> = (0..length).map(|_| self.word(rng)).collect();
        capital(&words.join(self.space))
    }

    fn sentence(&self, rng: &mut Rng) -> String {
        let length = rng.usize(8..26);
        self.phrase(rng, length) + self.stop
    }

    fn paragraph(&self, rng: &mut Rng) -> String {
        let sentences: Vec<_> = (0..rng.usize(1..4)).map(|_| self.sentence(rng)).collect();
        sentences.join(self.space)
    }

    /// About 350 words: most releases between 150 and 550, as the customs of the trade have it.
    fn body(&self, rng: &mut Rng, (speaker, position): &(String, String)) -> Body {
        let mut blocks = Vec::new();
        for number in 0..rng.usize(5..15) {
            let text = self.paragraph(rng);
            blocks.push(match number {
                2 => Block::Quotation {
                    speaker: speaker.clone(),
                    position: position.clone(),
                    content: vec![Block::paragraph(&text)],
                },
                5 if rng.u32(..3) == 0 => {
                    Block::Heading { level: 2, content: Inline::unmarked(&self.phrase(rng, 4)) }
                }
                8 if rng.u32(..3) == 0 => Block::BulletList(
                    (0..4).map(|_| vec![Block::paragraph(&self.phrase(rng, 6))]).collect(),
                ),
                _ => Block::paragraph(&text),
            });
        }
        Body(blocks)
    }
}

/// A place in a list, the early ones more often.
fn zipf_index(rng: &mut Rng, length: usize) -> usize {
    let last = (length as f64 + 1.0).ln();
    ((rng.f64() * last).exp() as usize).saturating_sub(1).min(length - 1)
}

fn coined(syllables: &str, rng: &mut Rng, length: usize) -> String {
    let syllables: Vec<_> = syllables.split(' ').collect();
    (0..length).map(|_| syllables[rng.usize(..syllables.len())]).collect()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[derive(Clone, Copy)]
struct TongueSpec {
    tag: &'static str,
    share: u32,
    /// The most frequent words, the first most of all.
    common: &'static str,
    /// What the others are made of.
    syllables: &'static str,
    space: &'static str,
    stop: &'static str,
}

const LATIN: &str = "ba be bra cal cor da del den do el en er fa fer ga gen gro ha hel in is ka kel \
    la len lor ma mar mel mi mon na ner no ol or pa per pol ra ren ri ros sa sel sor sta ta ten ti tor \
    tra ul ur va ven vi wa wel ya zen";

const TONGUES: [TongueSpec; 5] = [
    TongueSpec {
        tag: "en-GB",
        share: 70,
        common: "the of and to in a for on with is by at from will that as it are be was this has \
            port said new more harbour have year exercise rescue ship traffic first after vessel \
            crews fairway sea two coast per which been its over public training during safety \
            environment service ferry water guard island school students visit statement figures \
            quarter tonnes record opening winter timetable dredging basin completed weeks early \
            shore power old town interview director minister countries practise evacuation \
            passenger accident autumn night residents sirens between pollution response oil \
            pilot station lighthouse repair bridge road rail cargo container crane terminal",
        syllables: LATIN,
        space: " ",
        stop: ".",
    },
    TongueSpec {
        tag: "fr",
        share: 10,
        common: "de la le et les des en à du un pour une que dans par sur au avec est plus port \
            exercice sauvetage navire année sécurité école élèves déclaration équipage côte île",
        syllables: "bé bre ca cha cé da dé eau en fa gé gne ha in jou la lé lou ma mé né nou oi ou pa \
            pé qué ra ré rou sa sé tou tra té ui va vé voi ya zé",
        space: " ",
        stop: ".",
    },
    TongueSpec {
        tag: "ru",
        share: 10,
        common: "в и на с по для что из к о от не за это как при до порт учения спасение судно \
            год безопасность школа заявление экипаж берег остров море страны второй ещё",
        syllables: "ба бе бо ва ве во га го да де до жа за зе ка ко ла ле ло ма ме мо на не но па пе \
            по ра ре ро са се со та те то фа ха ча ша щу ый ёр юн як ский ция",
        space: " ",
        stop: ".",
    },
    TongueSpec {
        tag: "ar",
        share: 5,
        common: "في من على إلى أن عن مع هذا التي ميناء تمرين إنقاذ سفينة عام سلامة مدرسة بيان \
            طاقم ساحل جزيرة بحر دول",
        syllables: "با بي تا تو جا حا خا دا را زا سا شا صا طا عا غا فا قا كا لا ما نا ها وا يا ال ان ير",
        space: " ",
        stop: ".",
    },
    TongueSpec {
        tag: "zh-Hans",
        share: 5,
        common: "的 在 和 是 了 港口 演习 救援 船舶 年 安全 学校 声明 船员 海岸 岛 海 国家 航道 开放",
        syllables: "大 中 小 东 西 南 北 水 火 山 石 田 土 日 月 星 风 雨 雪 云 天 地 人 口 手 足 目 耳 心 力 \
            工 农 商 学 兵 车 马 牛 羊 鱼 鸟 虫 花 草 木 林 森 江 河 湖 海 洋 港 湾 岛 岸 船 舟 航 运",
        space: "",
        stop: "。",
    },
];

const SECTIONS: [&str; 9] = [
    "News",
    "Statements",
    "Exercises",
    "Interviews",
    "Traffic",
    "Environment",
    "Figures",
    "Notices",
    "Visits",
];

const POSITIONS: [&str; 8] = [
    "harbour master",
    "director",
    "head of the traffic centre",
    "chief pilot",
    "minister of transport",
    "spokesperson",
    "commander of the coast guard",
    "dean of the maritime academy",
];
