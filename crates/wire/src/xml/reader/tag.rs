//! Tags: names, attributes, namespaces.

use memchr::memchr3;

use super::{Fault, Open, Reader};
use crate::xml::name::{self, Name};
use crate::xml::quoted::Quoted;
use crate::xml::reference;
use crate::xml::refused::Reason;
use crate::xml::scope::{self, Declared, Scope};
use crate::xml::tree::{Attribute, Node, Span, small};

impl<'input> Reader<'input, '_> {
    pub(super) fn start_tag(&mut self) -> Result<(), Fault> {
        let start = self.at;
        self.count_node()?;
        if self.open.len() == self.limits.depth as usize {
            return Err((Reason::TooDeep { limit: self.limits.depth }, start));
        }
        if self.open.is_empty() && !self.tree.nodes.is_empty() {
            return Err(self.misplaced());
        }
        self.at += 1;
        let name = self.name()?;
        let outer = self.scope();
        let first = self.tree.attributes.len();
        let (scope, closed) = self.attributes(outer)?;
        self.resolve_attributes(first, scope)?;
        let namespace = self.namespace_of(name.prefix, scope).map_err(|reason| (reason, start + 1))?;
        let node = self.tree.nodes.len();
        let attributes = Span::new(first..self.tree.attributes.len());
        let (span, after) = (Span::new(start..self.at), small(node + 1));
        self.tree.nodes.push(Node { name: name.local, namespace, scope, attributes, span, after });
        if !closed {
            self.open.push(Open { node, name: name.whole });
        }
        Ok(())
    }

    /// Reads on to the end of a start tag. Tells what is declared then, and whether the element ends with its tag.
    fn attributes(&mut self, outer: Scope) -> Result<(Scope, bool), Fault> {
        let (mut scope, mut count) = (outer, 0);
        loop {
            let spaced = self.spaces();
            match self.byte() {
                Some(b'>') => {
                    self.at += 1;
                    return Ok((scope, false));
                }
                Some(b'/') => {
                    self.at += 1;
                    self.expect(b'>')?;
                    return Ok((scope, true));
                }
                Some(_) if spaced => self.attribute(&mut count, outer, &mut scope)?,
                Some(_) => return Err(self.malformed("a tag is malformed")),
                None => return Err(self.malformed("the document ends inside a tag")),
            }
        }
    }

    fn attribute(&mut self, count: &mut u32, outer: Scope, scope: &mut Scope) -> Result<(), Fault> {
        let at = self.at;
        *count += 1;
        if *count > self.limits.attributes_per_element {
            return Err((Reason::TooManyAttributes { limit: self.limits.attributes_per_element }, at));
        }
        let name = self.name()?;
        self.spaces();
        self.expect(b'=')?;
        self.spaces();
        let value = reference::resolve_value(self.value()?);
        let declared = match name {
            Name { prefix: "", local: "xmlns", .. } => "",
            Name { prefix: "xmlns", local, .. } => local,
            Name { prefix, local, .. } => {
                self.tree.attributes.push(Attribute { prefix, name: local, namespace: None, value, at });
                return Ok(());
            }
        };
        self.may_declare(declared, &value, outer, *scope).map_err(|reason| (reason, at))?;
        *scope = self.tree.namespaces.declare(declared, value, *scope);
        Ok(())
    }

    fn value(&mut self) -> Result<&'input str, Fault> {
        let Some(quote @ (b'"' | b'\'')) = self.byte() else {
            return Err(self.malformed("the value of an attribute is not in quotes"));
        };
        self.at += 1;
        let start = self.at;
        while let Some(distance) = memchr3(quote, b'<', b'&', self.rest().as_bytes()) {
            self.at += distance;
            match self.text.as_bytes()[self.at] {
                b'<' => return Err(self.malformed("'<' stands in the value of an attribute")),
                b'&' => self.reference()?,
                _ => {
                    self.at += 1;
                    return Ok(&self.text[start..self.at - 1]);
                }
            }
        }
        self.at = self.text.len();
        Err(self.malformed("the document ends inside the value of an attribute"))
    }

    /// The constraints of Namespaces in XML 1.0 sections 2.2 and 3 on a declaration.
    fn may_declare(&self, prefix: &str, name: &str, outer: Scope, scope: Scope) -> Result<(), Reason> {
        if self.tree.namespaces.declares(scope, outer, prefix) {
            let message = format!("the namespace prefix {} is declared twice on one element", Quoted(prefix));
            return Err(Reason::NotWellFormed { message });
        }
        if self.tree.namespaces.count() >= self.limits.namespaces as usize {
            return Err(Reason::TooManyNamespaces { limit: self.limits.namespaces });
        }
        if prefix == "xmlns" {
            return Err(Reason::malformed("the prefix 'xmlns' is declared"));
        }
        if !prefix.is_empty() && name.is_empty() {
            return Err(Reason::malformed("a namespace prefix is declared with an empty name"));
        }
        if (prefix == "xml") != (name == scope::XML) || name == scope::XMLNS {
            return Err(Reason::malformed("a namespace reserved for 'xml' or 'xmlns' is declared otherwise"));
        }
        Ok(())
    }

    /// Finds the namespaces of the attributes from `first` on, once all declarations of their element are known, and
    /// makes sure that no two are the same (section 6.3).
    fn resolve_attributes(&mut self, first: usize, scope: Scope) -> Result<(), Fault> {
        for index in first..self.tree.attributes.len() {
            let Attribute { prefix, name, at, .. } = self.tree.attributes[index];
            if !prefix.is_empty() {
                let namespace = self.namespace_of(prefix, scope).map_err(|reason| (reason, at))?;
                self.tree.attributes[index].namespace = namespace;
            }
            if self.stands_twice(first, index) {
                let message = format!("the attribute {} stands twice", Quoted(name));
                return Err((Reason::NotWellFormed { message }, at));
            }
        }
        Ok(())
    }

    /// Whether an attribute is one of those before it. Two prefixes may stand for one namespace.
    fn stands_twice(&self, first: usize, index: usize) -> bool {
        let uri = |it: &Attribute<'input>| it.namespace.map(|declared| self.tree.namespaces.name(declared));
        let it = &self.tree.attributes[index];
        self.tree.attributes[first..index].iter().any(|other| other.name == it.name && uri(other) == uri(it))
    }

    /// The namespace that a prefix stands for; without prefix that is the default one, if there is any.
    fn namespace_of(&self, prefix: &str, scope: Scope) -> Result<Option<Declared>, Reason> {
        let found = self.tree.namespaces.find(scope, prefix);
        if prefix.is_empty() {
            return Ok(found.filter(|declared| !self.tree.namespaces.name(*declared).is_empty()));
        }
        if found.is_none() {
            let message = format!("the namespace prefix {} is not declared", Quoted(prefix));
            return Err(Reason::NotWellFormed { message });
        }
        Ok(found)
    }

    pub(super) fn end_tag(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let Some(open) = self.open.pop() else {
            return Err(self.malformed("an end tag has no start tag"));
        };
        self.at += "</".len();
        let end = self.at + open.name.len();
        let matches = self.rest().starts_with(open.name)
            && !self.text.as_bytes().get(end).is_some_and(|&byte| byte == b':' || name::continues(byte));
        if !matches {
            let found = self.name()?.whole;
            let message = format!("the end tag {} stands where {} is open", Quoted(found), Quoted(open.name));
            return Err((Reason::NotWellFormed { message }, start));
        }
        self.at = end;
        self.spaces();
        self.expect(b'>')?;
        let after = self.tree.nodes.len();
        let node = &mut self.tree.nodes[open.node];
        (node.span.end, node.after) = (small(self.at), small(after));
        Ok(())
    }
}
