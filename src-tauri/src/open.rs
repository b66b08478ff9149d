//! What is open: the desk, who sits at it, the clock, and the copy desk that remembers what it read.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use dateline_copydesk::CopyDesk;
use dateline_export::{Theme, Themes};
use dateline_model::{English, Tongue};
use dateline_store::{Desk, DeskError};
use dateline_tongues::tongue;
use tauri::ipc::Request;

use crate::{
    fault::Fault,
    inbox::{Arrivals, Inbox},
    style::StyleWatch,
};

/// The setting that holds the name of whoever sits here.
const USER: &str = "user";

/// The header of a question in which the window names its language.
const TONGUE: &str = "tongue";

/// The open desk. Clones share it.
#[derive(Clone)]
pub(crate) struct Open {
    pub(crate) desk: Desk,
    /// Locked for the length of one check.
    copydesk: Arc<Mutex<CopyDesk>>,
    pub(crate) style: StyleWatch,
    pub(crate) inbox: Inbox,
    /// The office's own themes.
    pub(crate) themes: Themes,
    /// How many of how many pages of a site are ready, while one is written.
    pub(crate) site: Arc<Mutex<Option<(usize, usize)>>>,
    /// The language that the window spoke last, for what is told to it unasked.
    spoken: Arc<Mutex<&'static dyn Tongue>>,
}

impl Open {
    /// Opens around a desk; what arrives in its inbox is told on the way that comes with it.
    pub(crate) fn new(desk: Desk) -> Result<(Self, Arrivals), DeskError> {
        let (inbox, arrivals) = Inbox::new();
        // What is wrong with the house style's file is told where the style is shown.
        let (copydesk, _) = CopyDesk::at(&desk)?;
        let copydesk = Arc::new(Mutex::new(copydesk));
        let themes = Themes::of_the_account();
        let (style, site) = (StyleWatch::default(), Arc::default());
        let spoken: Arc<Mutex<&dyn Tongue>> = Arc::new(Mutex::new(&English));
        Ok((Self { desk, copydesk, style, inbox, themes, site, spoken }, arrivals))
    }

    /// The one clock of the program; everything below takes the time as a value.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    /// The day, as the office's calendar has it.
    pub(crate) fn today(&self) -> Result<chrono::NaiveDate, Fault> {
        Ok(self.now().with_timezone(&self.desk.office()?.zone).date_naive())
    }

    /// The name under which things are done; the system's until somebody gives their own.
    pub(crate) fn user(&self) -> Result<String, Fault> {
        Ok(self.given_user()?.unwrap_or_else(system_user))
    }

    /// The name that whoever sits here gave.
    pub(crate) fn given_user(&self) -> Result<Option<String>, Fault> {
        Ok(self.desk.setting(USER)?.filter(|name| !name.trim().is_empty()))
    }

    pub(crate) fn set_user(&self, name: &str) -> Result<(), Fault> {
        Ok(self.desk.set_setting(USER, name.trim())?)
    }

    /// The copy desk. One whose last text made it stumble has lost its memory, not its rules.
    pub(crate) fn copydesk(&self) -> MutexGuard<'_, CopyDesk> {
        self.copydesk.lock().unwrap_or_else(|broken| broken.into_inner())
    }

    /// The language that a question of the window asks to be answered in.
    pub(crate) fn tongue_of(&self, request: &Request<'_>) -> &'static dyn Tongue {
        let tag = request.headers().get(TONGUE).and_then(|tag| tag.to_str().ok());
        let mut spoken = self.spoken.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(tag) = tag {
            *spoken = tongue(tag);
        }
        *spoken
    }

    /// The language that the window speaks; English until it has asked for something.
    pub(crate) fn tongue(&self) -> &'static dyn Tongue {
        *self.spoken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The theme of the desk's pages.
    pub(crate) fn theme(&self) -> Result<Theme, Fault> {
        Ok(self.themes.of(&self.desk)?)
    }
}

/// Whom the system takes for its user; the desk itself where it does not say.
pub(crate) fn system_user() -> String {
    let named = |name| std::env::var(name).ok().filter(|user| !user.trim().is_empty());
    ["USER", "USERNAME"].into_iter().find_map(named).unwrap_or_else(|| "Press desk".to_owned())
}
