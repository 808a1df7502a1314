"""Validated records of people and what they offer as values of the model: organisations, opportunities,
packs, stories, calls, wishes and the calendar."""

from __future__ import annotations

from oer_build import model
from oer_build.load.pieces import Pieces, joined, people_of, references_to
from oer_build.schema.calendar import Calendar as CalendarRecord
from oer_build.schema.calls import Calls as CallsRecord
from oer_build.schema.forms import of_a_role
from oer_build.schema.opportunity import Opportunity as OpportunityRecord
from oer_build.schema.organisation import Organisation as OrganisationRecord
from oer_build.schema.pack import Pack as PackRecord
from oer_build.schema.story import Story as StoryRecord
from oer_build.schema.wishes import Wishes as WishesRecord
from oer_build.source import Document


class Community:
    """Makes these records of one project."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces

    def organisation(
        self, record: OrganisationRecord, identifier: str, document: Document
    ) -> model.Organisation:
        names = tuple(name.strip() for name in record.alternateName)
        contact = record.leadContact
        address = contact.email
        if address and not of_a_role(address, " ".join((record.title, identifier, *names))):
            self._pieces.report.add(
                "personal-address",
                document.span(("leadContact", "email")),
                f"'{address}' may be the address of a person",
                "use the mailbox of a role or office (info@, contact@, its own name), or give a url",
            )
        return model.Organisation(
            identifier=identifier,
            title=record.title.strip(),
            type=record.type,
            description=joined(record.description),
            contact=model.Contact(contact.role.strip(), address, contact.url),
            span=document.span(),
            alternate_name=names,
            region=tuple(record.region),
            url=record.url,
            member_of=references_to(record.memberOf, ("memberOf",), document),
            partners=references_to(record.partners, ("partners",), document),
            purpose=joined(record.purpose),
            objectives=tuple(joined(one) for one in record.objectives),
            facilities=tuple(joined(one) for one in record.facilities),
            offers=tuple(joined(one) for one in record.offers),
            keywords=tuple(word.strip() for word in record.keywords),
            sources=self._pieces.works(record.sources, ("sources",), document),
            last_verified=record.lastVerified,
            record=document.data,
        )

    def opportunity(
        self, record: OpportunityRecord, identifier: str, document: Document, body: str, body_line: int
    ) -> model.Opportunity:
        return model.Opportunity(
            identifier=identifier,
            title=record.title.strip(),
            description=joined(record.description),
            kind=tuple(dict.fromkeys(record.kind)),
            stage=record.stage,
            span=document.span(),
            body=body,
            body_line=body_line,
            provider=references_to(record.provider, ("provider",), document),
            host=references_to(record.host, ("host",), document),
            direction=record.direction,
            audience=tuple(record.audience),
            eligibility=joined(record.eligibility),
            grades=tuple(record.grades),
            region=tuple(record.region),
            competencies=self._pieces.needs(record.competencies, ("competencies",), document),
            duration=record.duration,
            start_date=record.startDate,
            end_date=record.endDate,
            how_to_apply=joined(record.howToApply),
            url=record.url,
            relations=self._relations(record, document),
            keywords=tuple(word.strip() for word in record.keywords),
            in_language=record.inLanguage or self._pieces.site.language,
            sources=self._pieces.works(record.sources, ("sources",), document),
            last_verified=record.lastVerified,
            record=document.data,
        )

    def _relations(self, record: OpportunityRecord, document: Document) -> tuple[model.Relation, ...]:
        cited = {work.identifier for work in record.sources if work.identifier}
        for n, one in enumerate(record.relations):
            if one.source and one.source not in cited:
                self._pieces.report.add(
                    "unknown-source",
                    document.span(("relations", n, "source")),
                    f"no source '{one.source}'",
                    "use the identifier of a work in `sources`",
                )
        return tuple(
            model.Relation(
                one.type,
                one.target,
                joined(one.reason),
                one.saidBy.strip(),
                document.span(("relations", n, "target")),
                one.source if one.source in cited else "",
            )
            for n, one in enumerate(record.relations)
        )

    def pack(
        self, record: PackRecord, identifier: str, document: Document, body: str, body_line: int
    ) -> model.Pack:
        return model.Pack(
            identifier=identifier,
            title=record.title.strip(),
            description=joined(record.description),
            license=record.license,
            span=document.span(),
            modules=references_to(record.modules, ("modules",), document),
            opportunities=references_to(record.opportunities, ("opportunities",), document),
            programmes=references_to(record.programmes, ("programmes",), document),
            handouts=references_to(record.handouts, ("handouts",), document),
            body=body,
            body_line=body_line,
            audience=tuple(record.audience),
            in_language=record.inLanguage or self._pieces.site.language,
            creator=people_of(record.creator),
            sources=self._pieces.works(record.sources, ("sources",), document),
            version=record.version,
            date_modified=record.dateModified,
            record=document.data,
        )

    def story(
        self, record: StoryRecord, identifier: str, document: Document, body: str, body_line: int
    ) -> model.Story:
        return model.Story(
            identifier=identifier,
            title=record.title.strip(),
            description=joined(record.description),
            license=record.license,
            span=document.span(),
            region=tuple(record.region),
            period=record.temporalCoverage.strip(),
            competencies=self._pieces.needs(record.competencies, ("competencies",), document),
            modules=references_to(record.modules, ("modules",), document),
            organisations=references_to(record.organisations, ("organisations",), document),
            body=body,
            body_line=body_line,
            in_language=record.inLanguage or self._pieces.site.language,
            creator=people_of(record.creator),
            sources=self._pieces.works(record.sources, ("sources",), document),
            date_modified=record.dateModified,
            record=document.data,
        )

    def calls(self, record: CallsRecord, document: Document) -> list[model.Call]:
        return [
            model.Call(
                identifier=one.identifier,
                kind=one.kind,
                title=one.title.strip(),
                description=joined(one.description),
                file=one.file.strip(),
                template=one.template,
                span=document.span(("calls", n, "identifier")),
                shown_on=references_to(one.shownOn, ("calls", n, "shownOn"), document),
                closes=one.closes,
            )
            for n, one in enumerate(record.calls)
        ]

    def wishes(self, record: WishesRecord, document: Document) -> list[model.Wish]:
        return [
            model.Wish(
                identifier=one.identifier,
                topic=one.topic.strip(),
                count=one.count,
                asked=one.asked.strip(),
                span=document.span(("wishes", n, "identifier")),
                description=joined(one.description),
                competencies=self._pieces.needs(one.competencies, ("wishes", n, "competencies"), document),
                modules=references_to(one.modules, ("wishes", n, "modules"), document),
                sources=self._pieces.works(one.sources, ("wishes", n, "sources"), document),
            )
            for n, one in enumerate(record.wishes)
        ]

    def events(self, record: CalendarRecord, document: Document) -> list[model.Event]:
        return [
            model.Event(
                identifier=one.identifier,
                title=one.title.strip(),
                description=joined(one.description),
                category=one.category,
                schedule=model.Schedule(
                    one.schedule.repeatFrequency,
                    one.schedule.byMonth,
                    one.schedule.byMonthDay,
                    one.schedule.byMonthWeek,
                    one.schedule.byDay,
                ),
                span=document.span(("events", n, "identifier")),
                organizer=one.organizer.strip(),
                url=one.url,
                competencies=self._pieces.needs(one.competencies, ("events", n, "competencies"), document),
                sources=self._pieces.works(one.sources, ("events", n, "sources"), document),
            )
            for n, one in enumerate(record.events)
        ]
