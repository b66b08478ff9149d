//! The commands, one file each: what each takes, and what it does with the desk.

mod accept;
mod bench_desk;
mod bulletin;
mod check;
mod correction;
mod edition;
mod export;
mod import;
mod inbox;
mod init;
mod key;
mod list;
mod plan;
mod replace;
mod sarif;
mod search;
mod set;
mod show;
mod sign;
mod site;
mod stage;
mod style;
mod tag;
mod theme;
mod verify;
mod vocabulary;

use clap::Subcommand;

use crate::{failure::Failure, output::Output, session::Session};

/// What can be done.
#[derive(Subcommand)]
pub(crate) enum Command {
    Init(init::Init),
    Import(import::Import),
    Inbox(inbox::Inbox),
    Set(set::Set),
    List(list::List),
    Search(search::Search),
    Replace(replace::Replace),
    Show(show::Show),
    Tag(tag::Tag),
    Stage(stage::Stage),
    Export(export::Export),
    Site(site::Site),
    Check(check::Check),
    Accept(accept::Accept),
    #[command(subcommand)]
    Style(style::Style),
    #[command(subcommand)]
    Bulletin(bulletin::Bulletin),
    #[command(subcommand)]
    Vocabulary(vocabulary::Vocabulary),
    Plan(plan::Plan),
    #[command(subcommand)]
    Correction(correction::Correction),
    #[command(subcommand)]
    Edition(edition::Edition),
    Verify(verify::Verify),
    Sign(sign::Sign),
    #[command(subcommand)]
    Key(key::Key),
    #[command(subcommand)]
    Theme(theme::Theme),
    BenchDesk(bench_desk::BenchDesk),
}

impl Command {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        match self {
            Self::Init(command) => command.run(session, output),
            Self::Import(command) => command.run(session, output),
            Self::Inbox(command) => command.run(session, output),
            Self::Set(command) => command.run(session, output),
            Self::List(command) => command.run(session, output),
            Self::Search(command) => command.run(session, output),
            Self::Replace(command) => command.run(session, output),
            Self::Show(command) => command.run(session, output),
            Self::Tag(command) => command.run(session, output),
            Self::Stage(command) => command.run(session, output),
            Self::Export(command) => command.run(session, output),
            Self::Site(command) => command.run(session, output),
            Self::Check(command) => command.run(session, output),
            Self::Accept(command) => command.run(session, output),
            Self::Style(command) => command.run(session, output),
            Self::Bulletin(command) => command.run(session, output),
            Self::Vocabulary(command) => command.run(session, output),
            Self::Plan(command) => command.run(session, output),
            Self::Correction(command) => command.run(session, output),
            Self::Edition(command) => command.run(session, output),
            Self::Verify(command) => command.run(session, output),
            Self::Sign(command) => command.run(session, output),
            Self::Key(command) => command.run(session, output),
            Self::Theme(command) => command.run(session, output),
            Self::BenchDesk(command) => command.run(session, output),
        }
    }
}
