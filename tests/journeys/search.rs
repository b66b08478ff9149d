//! Search as typed, in the whole desk.

use fantoccini::Locator;

use crate::window::{Place, Window, programs, until};

#[tokio::test]
async fn search_narrows_the_list_as_it_is_typed() {
    if programs().is_none() {
        return;
    }
    let place = Place::new();
    place.cli(&["init", "--sample"]);
    let window = Window::open(&place).await;
    window.type_into("Search", "hydrogen bunk").await;
    until("the one release about it", || async {
        let rows = window
            .client()
            .find_all(Locator::Css("[aria-label='Releases'] [role=option]"))
            .await
            .ok()?;
        let [row] = rows.as_slice() else { return None };
        row.text().await.ok()?.contains("hydrogen bunkering").then_some(())
    })
    .await;
    window.close().await;
}
