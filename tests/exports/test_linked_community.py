"""Descriptions of opportunities, organisations, packs and stories expand to the triples of schema.org."""

from __future__ import annotations

from rdflib import RDF, Literal, URIRef

from oer_build.exports import linked_community
from oer_build.model import Catalogue, Contact, Person, Site
from tests.builders import catalogue, competency, module
from tests.community import opportunity, organisation, pack, source, story
from tests.exports.test_linked_data import BASE, SDO, USERS, expand, objects
from tests.programmes import day, programme, session


def linked(**more: object) -> Catalogue:
    return catalogue(
        competency("users", "C1", "Users"),
        module("needs", ["users@working"], title="Needs"),
        programme(day(1, session("opening", "09:30", 45))),
        organisation(
            "hub", title="The hub", type="hub", contact=Contact("Lead contact", "", "https://hub.example/")
        ),
        organisation(
            "office", member_of="hub", alternate_name=("OFF",), region=("KE",), url="https://office.example/"
        ),
        opportunity(
            "mentors",
            "mentoring shadowing",
            ["users@working"],
            provider="office",
            eligibility="Members.",
            duration="P1Y6M",
            start_date="2023-04",
            keywords=("coming back",),
            sources=(source(title="A paper"),),
        ),
        opportunity("bare"),
        pack("starter", modules="needs", programmes="workshop", audience=("returners",), version="1.0"),
        story("tax", ["users@working"], region=("EE",), creator=(Person("The editors"),)),
        **more,
    )


MENTORS, OFFICE, HUB = (
    URIRef(BASE + path) for path in ("opportunities/mentors/", "organisations/office/", "organisations/hub/")
)


def test_an_opportunity_is_a_programme_at_work_with_those_who_run_it() -> None:
    made = linked()
    graph = expand(linked_community.opportunity(made, made.opportunities["mentors"]))
    assert (MENTORS, RDF.type, SDO.WorkBasedProgram) in graph
    assert objects(graph, MENTORS, "programType", "provider", "timeToComplete", "startDate", "keywords") == {
        "programType": {Literal("mentoring"), Literal("shadowing")},
        "provider": {OFFICE},
        "timeToComplete": {Literal("P1Y6M")},
        "startDate": {Literal("2023-04")},
        "keywords": {Literal("coming back")},
    }
    assert (OFFICE, SDO.name, Literal("Office")) in graph
    (cited,) = graph.objects(MENTORS, SDO.citation)
    assert (cited, SDO.name, Literal("A paper")) in graph


def test_what_is_not_known_is_not_said() -> None:
    made = linked()
    node = linked_community.opportunity(made, made.opportunities["bare"])
    assert not {"provider", "timeToComplete", "startDate", "endDate", "programPrerequisites"} & set(node)


def test_an_organisation_has_a_contact_that_is_a_role_and_no_person() -> None:
    made = linked()
    graph = expand(linked_community.organisation(made, made.organisations["office"]))
    assert (OFFICE, RDF.type, SDO.Organization) in graph
    assert (OFFICE, SDO.memberOf, HUB) in graph
    (contact,) = graph.objects(OFFICE, SDO.contactPoint)
    assert (contact, RDF.type, SDO.ContactPoint) in graph
    assert objects(graph, contact, "contactType", "email") == {
        "contactType": {Literal("Lead contact")},
        "email": {Literal("office@example.org")},
    }
    assert not list(graph.subjects(RDF.type, SDO.Person))


def test_a_pack_is_a_collection_of_modules_and_programmes_with_its_zip() -> None:
    made = linked()
    graph = expand(linked_community.pack(made, made.packs["starter"]))
    this = URIRef(BASE + "packs/starter/")
    assert {(this, RDF.type, SDO.Collection), (this, RDF.type, SDO.LearningResource)} <= set(graph)
    assert objects(graph, this, "hasPart")["hasPart"] == {
        URIRef(BASE + "modules/needs/"),
        URIRef(BASE + "programmes/workshop/"),
    }
    (file,) = graph.objects(this, SDO.encoding)
    assert set(graph.objects(file, SDO.contentUrl)) == {Literal(BASE + "packs/starter/starter.zip")}


def test_a_story_is_an_article_about_competencies() -> None:
    made = linked()
    graph = expand(linked_community.story(made, made.stories["tax"]))
    this = URIRef(BASE + "stories/tax/")
    assert (this, RDF.type, SDO.Article) in graph
    assert objects(graph, this, "about", "spatialCoverage", "temporalCoverage") == {
        "about": {USERS},
        "spatialCoverage": {Literal("EE")},
        "temporalCoverage": {Literal("2013 to 2014")},
    }


def test_without_an_address_of_the_site_names_are_relative_to_the_page() -> None:
    made = linked(site=Site("Course", "CC-BY-SA-4.0"))
    node = linked_community.opportunity(made, made.opportunities["mentors"])
    assert (node["@id"], node["provider"][0]["@id"]) == (
        "../../opportunities/mentors/",
        "../../organisations/office/",
    )
