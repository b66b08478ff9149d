//! Writes every sample as page and text into a folder, to be looked at and validated:
//! `cargo run -p dateline-render --example pages -- DIR`.

#[path = "../tests/samples/mod.rs"]
mod samples;

use std::{env, fs, io, path::PathBuf};

use dateline_render::{
    Issue, Marking, TextForm, bulletin_html, bulletin_text, html, text, withdrawal_html,
};

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::args_os().nth(1).unwrap_or_else(|| "pages".into()));
    fs::create_dir_all(&folder)?;
    let form = TextForm::default();
    let all = samples::all();
    for (name, sample) in &all {
        fs::write(folder.join(format!("{name}.html")), html(&sample.sheet()))?;
        fs::write(folder.join(format!("{name}.txt")), text(&sample.sheet(), &form))?;
    }
    let mut withdrawn = samples::exercise();
    withdrawn.release.withdrawal = Some("The exercise was called off because of ice.".into());
    fs::write(folder.join("withdrawal.html"), withdrawal_html(&withdrawn.sheet()))?;
    let items: Vec<_> = all.iter().map(|(_, sample)| sample.sheet()).collect();
    let (bulletin, office, marking) = (samples::weekly(), samples::vestmark(), Marking::default());
    let issue = Issue {
        bulletin: &bulletin,
        office: &office,
        marking: &marking,
        items: &items,
        left_out: 2,
    };
    fs::write(folder.join("bulletin.html"), bulletin_html(&issue))?;
    fs::write(folder.join("bulletin.txt"), bulletin_text(&issue, &form))
}
