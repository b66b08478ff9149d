//! `bulletin`: makes bulletins, fills and orders them, shows them.

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use dateline_export::{Format, Subject, preview};
use dateline_model::{
    Bulletin as Issue, BulletinId, EmbargoedItems, ItemForm, Language, Office, ReleaseId,
    parse_date,
};
use dateline_store::Desk;

use crate::{failure::Failure, output::Output, session::Session};

/// Make bulletins out of releases.
#[derive(Subcommand)]
pub(crate) enum Bulletin {
    /// Make a bulletin.
    New {
        #[command(flatten)]
        masthead: Masthead,
        /// The numbers of its releases, in order.
        releases: Vec<ReleaseId>,
    },
    /// Change what stands around the releases of a bulletin.
    Set {
        /// The bulletin's number.
        id: BulletinId,
        #[command(flatten)]
        masthead: Masthead,
    },
    /// Add releases at the end.
    Add(Items),
    /// Take releases out. They stay on the desk.
    Remove(Items),
    /// Put the releases named in this order; others stay behind them as they were.
    Order(Items),
    /// Show every bulletin, newest first, as JSON lines.
    List,
    /// Show a bulletin: as plain text, as data, or as the bytes that an export would write now.
    Show {
        /// The bulletin's number.
        id: BulletinId,
        /// Everything that the desk knows of it, as one JSON line.
        #[arg(long, conflicts_with = "format")]
        json: bool,
        /// The page in this format (html, email, eml or text); what may not leave is marked as a
        /// draft.
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        format: Format,
    },
}

/// A bulletin and releases.
#[derive(Args)]
pub(crate) struct Items {
    /// The bulletin's number.
    id: BulletinId,
    /// The numbers of the releases.
    #[arg(required = true)]
    releases: Vec<ReleaseId>,
}

/// What stands around the releases.
#[derive(Args)]
pub(crate) struct Masthead {
    /// What it is called, e.g. "Vestmark Weekly".
    #[arg(long)]
    masthead: Option<String>,
    /// The issue number as printed.
    #[arg(long)]
    issue: Option<String>,
    /// The day it is dated.
    #[arg(long)]
    date: Option<String>,
    /// The language of its own words, by its tag.
    #[arg(long, value_name = "TAG")]
    language: Option<Language>,
    /// A few sentences before the items.
    #[arg(long, value_name = "TEXT")]
    introduction: Option<String>,
    /// How the items stand in it: whole, or with headline, subhead and lead.
    #[arg(long, value_parser = ["full", "summary"])]
    form: Option<String>,
    /// What happens to items under embargo: the whole bulletin is held, or they are left out.
    #[arg(long, value_parser = ["hold", "leave-out"])]
    embargoed: Option<String>,
}

impl Bulletin {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let desk = session.open()?;
        let issue = match self {
            Self::New { masthead, releases } => {
                let office = desk.office()?;
                let mut issue = blank(&office);
                masthead.apply(&mut issue, session.today(&office))?;
                issue.items = releases;
                known(&desk, &issue.items)?;
                issue
            }
            Self::Set { id, masthead } => {
                let mut issue = desk.bulletin(id)?;
                masthead.apply(&mut issue, session.today(&desk.office()?))?;
                issue
            }
            Self::Add(Items { id, releases }) => {
                known(&desk, &releases)?;
                let mut issue = desk.bulletin(id)?;
                issue.items.extend(releases);
                issue
            }
            Self::Remove(Items { id, releases }) => {
                let mut issue = desk.bulletin(id)?;
                inside(&issue, &releases)?;
                issue.items.retain(|item| !releases.contains(item));
                issue
            }
            Self::Order(Items { id, releases }) => {
                let mut issue = desk.bulletin(id)?;
                inside(&issue, &releases)?;
                issue.items.retain(|item| !releases.contains(item));
                issue.items.splice(0..0, releases);
                issue
            }
            Self::List => {
                for issue in desk.bulletins()? {
                    output.json(&issue)?;
                }
                return Ok(());
            }
            Self::Show { id, json: true, .. } => return output.json(&desk.bulletin(id)?),
            Self::Show { id, format, .. } => {
                let bytes = preview(
                    &desk,
                    Subject::Bulletin(id),
                    format,
                    &session.theme(&desk, None)?,
                    session.now,
                )?;
                return output.bytes(&bytes);
            }
        };
        output.json(&desk.put_bulletin(&issue)?)
    }
}

impl Masthead {
    fn apply(self, issue: &mut Issue, today: NaiveDate) -> Result<(), Failure> {
        if let Some(masthead) = self.masthead {
            issue.masthead = masthead.trim().to_owned();
        }
        if let Some(number) = self.issue {
            issue.issue = number.trim().to_owned();
        }
        if let Some(date) = self.date {
            issue.date = Some(parse_date(&date, today).ok_or_else(|| {
                Failure::Refused(format!(
                    "“{date}” is no date. Write it as 2024-07-25 or 25 July 2024."
                ))
            })?);
        }
        if let Some(language) = self.language {
            issue.language = language;
        }
        if let Some(introduction) = self.introduction {
            issue.introduction = introduction;
        }
        match self.form.as_deref() {
            Some("summary") => issue.form = ItemForm::Summary,
            Some(_) => issue.form = ItemForm::Full,
            None => {}
        }
        match self.embargoed.as_deref() {
            Some("leave-out") => issue.embargoed = EmbargoedItems::LeaveOut,
            Some(_) => issue.embargoed = EmbargoedItems::Hold,
            None => {}
        }
        Ok(())
    }
}

/// A bulletin with nothing in it; the desk numbers it when it is kept.
fn blank(office: &Office) -> Issue {
    Issue {
        id: 0,
        masthead: String::new(),
        issue: String::new(),
        date: None,
        language: office.language.clone(),
        introduction: String::new(),
        items: Vec::new(),
        form: ItemForm::default(),
        embargoed: EmbargoedItems::default(),
    }
}

/// That all of them are on the desk and not in the trash.
fn known(desk: &Desk, releases: &[ReleaseId]) -> Result<(), Failure> {
    for id in releases {
        if desk.release(*id)?.trashed {
            return Err(Failure::Refused(format!(
                "Release {id} lies in the trash. Take it out before you put it into a bulletin."
            )));
        }
    }
    Ok(())
}

/// That all of them are in the bulletin.
fn inside(issue: &Issue, releases: &[ReleaseId]) -> Result<(), Failure> {
    match releases.iter().find(|id| !issue.items.contains(id)) {
        Some(id) => Err(Failure::Refused(format!("Release {id} is not in bulletin {}.", issue.id))),
        None => Ok(()),
    }
}
