//! Writes every sample in every format into a folder, to be looked at and validated:
//! `cargo run -p dateline-render --example pages -- DIR`.

#[path = "../tests/samples/mod.rs"]
mod samples;

use std::{env, fs, io, path::PathBuf};

use dateline_render::{
    Issue, Look, Marking, TextForm, bulletin_html, bulletin_mail, bulletin_text, eml, fragment,
    html, html_in, json, mail, markdown, text, withdrawal_html,
};

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::args_os().nth(1).unwrap_or_else(|| "pages".into()));
    fs::create_dir_all(&folder)?;
    let form = TextForm::default();
    let all = samples::all();
    for (name, sample) in &all {
        fs::write(folder.join(format!("{name}.html")), html(&sample.sheet()))?;
        fs::write(folder.join(format!("{name}.txt")), text(&sample.sheet(), &form))?;
        fs::write(folder.join(format!("{name}.md")), markdown(&sample.sheet()))?;
        fs::write(folder.join(format!("{name}.json")), json(&sample.sheet()))?;
        fs::write(folder.join(format!("{name}.fragment")), fragment(&sample.sheet()))?;
        for look in Look::ALL {
            let page = html_in(&sample.sheet(), look);
            fs::write(folder.join(format!("{name}-{}.html", look.as_str())), page)?;
        }
        let mail = mail(&sample.sheet());
        fs::write(folder.join(format!("{name}.eml")), eml(&mail, None, None))?;
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
    fs::write(folder.join("bulletin.eml"), eml(&bulletin_mail(&issue), None, None))?;
    fs::write(folder.join("bulletin.txt"), bulletin_text(&issue, &form))
}
