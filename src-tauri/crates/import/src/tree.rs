//! Walking a parsed tree in document order without recursion, so that no nesting, however deep,
//! overflows the stack.

/// The number of a node in its tree.
pub(crate) type Id = u32;

/// A tree whose nodes know their neighbours.
pub(crate) trait Tree {
    fn parent(&self, id: Id) -> Option<Id>;
    fn first_child(&self, id: Id) -> Option<Id>;
    fn next_sibling(&self, id: Id) -> Option<Id>;

    /// What a node holds directly, in order.
    fn children(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.first_child(id), |&child| self.next_sibling(child))
    }

    /// Everything below a node, in document order.
    fn descendants(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.first_child(id), move |&at| self.following(at, id, true))
    }

    /// The node that follows in document order below `root`; past what is inside `at` if not `inside`.
    fn following(&self, at: Id, root: Id, inside: bool) -> Option<Id> {
        if inside && let Some(child) = self.first_child(at) {
            return Some(child);
        }
        let mut at = at;
        while at != root {
            if let Some(next) = self.next_sibling(at) {
                return Some(next);
            }
            at = self.parent(at)?;
        }
        None
    }
}

/// What is done on a walk.
pub(crate) trait Visitor {
    /// Begins a node; true when what it holds is to be walked, and [`Visitor::leave`] called after.
    fn enter(&mut self, id: Id) -> bool;
    /// Ends the node that was entered last and not left yet.
    fn leave(&mut self);
}

/// Walks everything below a node.
pub(crate) fn walk(tree: &impl Tree, root: Id, visitor: &mut impl Visitor) {
    let mut next = tree.first_child(root);
    while let Some(mut at) = next {
        if visitor.enter(at) {
            if let Some(child) = tree.first_child(at) {
                next = Some(child);
                continue;
            }
            visitor.leave();
        }
        next = loop {
            if let Some(sibling) = tree.next_sibling(at) {
                break Some(sibling);
            }
            match tree.parent(at) {
                Some(parent) if parent != root => {
                    visitor.leave();
                    at = parent;
                }
                _ => break None,
            }
        };
    }
}
