//! Exports that the window orders, carried out.

use std::{fs, path::Path};

use dateline_export::{
    HouseRules, Order, Purpose, Recipient, Signer, Subject, TextForm, What, recipients,
};
use dateline_intake::Unread;
use dateline_model::Content;

use crate::{
    fault::Fault,
    open::Open,
    wire::{ExportOrder, ExportPurpose, Exported, Wrong},
};

pub(crate) fn export(
    open: &Open,
    subjects: Vec<Subject>,
    order: &ExportOrder,
) -> Result<Exported, Fault> {
    let recipients = order.recipients.as_deref().map(list).transpose()?.unwrap_or_default();
    let signer = signer(open, order.passphrase.as_deref())?;
    let order = Order {
        formats: &order.formats,
        theme: &open.theme()?,
        form: TextForm { width: order.width, ascii: order.ascii, crlf: order.crlf },
        recipients: &recipients,
        folder: Path::new(&order.folder),
        purpose: match order.purpose {
            ExportPurpose::Final => Purpose::Final,
            ExportPurpose::Draft => Purpose::Draft,
            ExportPurpose::Notice => Purpose::Notice,
        },
        overrule: order.overrule.as_deref(),
        replace: order.replace,
        zones: order.zones.as_deref(),
        signer: signer.as_ref(),
        rules: HouseRules::of(&open.desk)?,
        by: &open.user()?,
        now: open.now(),
    };
    Ok(dateline_export::export(&open.desk, &What::Chosen(subjects), &order)?.into())
}

/// What a correction corrects, with the files in which that went out.
pub(crate) fn wrong(open: &Open, content: &Content) -> Result<Option<Wrong>, Fault> {
    let Some(original) = open.desk.corrected(content)? else { return Ok(None) };
    let exports = open.desk.exports(original.id)?;
    Ok(Some(Wrong { id: original.id, headline: original.content.headline, exports }))
}

/// The key to sign with, opened.
pub(crate) fn signer(open: &Open, passphrase: Option<&str>) -> Result<Option<Signer>, Fault> {
    let signer = passphrase.map(|passphrase| Signer::unlock(&open.desk, passphrase));
    Ok(signer.transpose()?)
}

/// The recipients in a CSV file.
fn list(path: &str) -> Result<Vec<Recipient>, Fault> {
    let bytes = fs::read(path).map_err(|error| Unread::of(path, error))?;
    let text = dateline_import::decode(path, &bytes)?.text;
    recipients(path, &text).map_err(|why| Fault::said(why.sentence()))
}
