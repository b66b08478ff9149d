//! Exports that the window orders, carried out.

use std::{fs, path::Path};

use dateline_export::{
    HouseRules, Order, Purpose, Recipient, Signer, Subject, TextForm, What, recipients,
};

use crate::{
    fault::Fault,
    open::Open,
    wire::{ExportOrder, ExportPurpose, Exported},
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
        signer: signer.as_ref(),
        rules: HouseRules::of(&open.desk)?,
        by: &open.user()?,
        now: open.now(),
    };
    Ok(dateline_export::export(&open.desk, &What::Chosen(subjects), &order)?.into())
}

/// The key to sign with, opened.
pub(crate) fn signer(open: &Open, passphrase: Option<&str>) -> Result<Option<Signer>, Fault> {
    let signer = passphrase.map(|passphrase| Signer::unlock(&open.desk, passphrase));
    Ok(signer.transpose()?)
}

/// The recipients in a CSV file.
fn list(path: &str) -> Result<Vec<Recipient>, Fault> {
    let bytes = fs::read(path)
        .map_err(|error| Fault::said(format!("“{path}” could not be read: {error}.")))?;
    let text = dateline_import::decode(path, &bytes)?.text;
    recipients(path, &text).map_err(|why| Fault::said(why.to_string()))
}
