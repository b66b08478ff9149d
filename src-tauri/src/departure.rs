//! Exports that the window orders, carried out.

use std::{fs, path::Path};

use dateline_export::{HouseRules, Order, Purpose, Recipient, Subject, TextForm, What, recipients};

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
        rules: HouseRules::of(&open.desk)?,
        by: &open.user()?,
        now: open.now(),
    };
    Ok(dateline_export::export(&open.desk, &What::Chosen(subjects), &order)?.into())
}

/// The recipients in a CSV file.
fn list(path: &str) -> Result<Vec<Recipient>, Fault> {
    let bytes = fs::read(path)
        .map_err(|error| Fault::said(format!("“{path}” could not be read: {error}.")))?;
    let text = dateline_import::decode(path, &bytes)?.text;
    recipients(path, &text).map_err(|why| Fault::said(why.to_string()))
}
