"""Descriptions of pages expand to the triples that a reader of schema.org expects, without fetching
anything."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

import rdflib
from rdflib import RDF, Literal, URIRef

from oer_build.exports import linked_data, nodes, site_data
from oer_build.model import Catalogue, Person, Site
from tests.builders import (
    block,
    catalogue,
    competency,
    course,
    crosswalk,
    framework,
    lesson,
    module,
    role,
    term,
    work,
)

SDO = rdflib.Namespace("https://schema.org/")
BASE = "https://academy.example/course/"
USERS = URIRef(BASE + "competencies/users/")


class Step(NamedTuple):
    title: str
    path: str


def expand(node: dict[str, Any], page: str = "") -> rdflib.Graph:
    """The triples of a node. Its context is replaced: schema.org's own would have to be fetched."""
    data = {**linked_data.document(node), "@context": {"@vocab": str(SDO)}}
    return rdflib.Graph().parse(data=json.dumps(data), format="json-ld", publicID=page or BASE)


def small_course() -> Catalogue:
    return catalogue(
        competency("users", "C1", "Users"),
        competency("risks", "C2", "Risks"),
        module("basics"),
        module(
            "needs",
            ["users@working assessed", "users@awareness introduced", "risks@working practised"],
            requires=["basics"],
            needs=["risks@awareness"],
            minutes=75,
            title="Finding out what people need",
            audience=("policy", "leaders"),
            learning_resource_type=("lesson", "quiz"),
            keywords=("interviews",),
            is_based_on=(work("Old unit", "OGL-UK-3.0", url="https://old.example/"),),
            sources=(work("A paper", url="https://papers.example/1", usage_info="Free to read online"),),
            creator=(Person("Team"), Person("Ada Lovelace", orcid="0000-0001-2345-6789")),
        ),
        module("later", ["users@expert"], status="planned", minutes=90),
        course("all", ["basics", "needs"], ["later"]),
        role("adviser", "users@working"),
        term("service", synonyms=["provision"]),
    )


def objects(graph: rdflib.Graph, subject: URIRef, *names: str) -> dict[str, set[Any]]:
    return {name: set(graph.objects(subject, SDO[name])) for name in names}


def test_a_module_is_a_learning_resource_with_what_its_author_says() -> None:
    linked = small_course()
    graph = expand(linked_data.module(linked, linked.modules["needs"]))
    this = URIRef(BASE + "modules/needs/")
    assert (this, RDF.type, SDO.LearningResource) in graph
    found = objects(
        graph, this, "name", "license", "timeRequired", "educationalLevel", "creativeWorkStatus", "inLanguage"
    )
    assert found == {
        "name": {Literal("Finding out what people need")},
        "license": {Literal("https://creativecommons.org/licenses/by-sa/4.0/")},
        "timeRequired": {Literal("PT75M")},
        "educationalLevel": {Literal("Awareness"), Literal("Working")},
        "creativeWorkStatus": {Literal("published")},
        "inLanguage": {Literal("en")},
    }
    audiences = set(graph.objects(this, SDO.audience))
    assert {name for a in audiences for name in graph.objects(a, SDO.audienceType)} == {
        Literal("policy"),
        Literal("leaders"),
    }


def test_what_it_teaches_assesses_and_requires_are_the_pages_of_competencies() -> None:
    linked = small_course()
    graph = expand(linked_data.module(linked, linked.modules["needs"]))
    found = objects(graph, URIRef(BASE + "modules/needs/"), "teaches", "assesses", "competencyRequired")
    risks = URIRef(BASE + "competencies/risks/")
    assert found == {"teaches": {USERS, risks}, "assesses": {USERS}, "competencyRequired": {risks}}
    assert (USERS, RDF.type, SDO.DefinedTerm) in graph
    assert (USERS, SDO.termCode, Literal("C1")) in graph
    assert (USERS, SDO.inDefinedTermSet, URIRef(BASE + "framework/")) in graph


def test_the_level_of_each_competency_and_required_modules_are_alignments() -> None:
    linked = small_course()
    graph = expand(linked_data.module(linked, linked.modules["needs"]))
    alignments = {
        (str(next(graph.objects(a, SDO.alignmentType))), str(next(graph.objects(a, SDO.targetUrl))))
        for a in graph.objects(URIRef(BASE + "modules/needs/"), SDO.educationalAlignment)
    }
    assert alignments == {
        ("educationalLevel", f"{USERS}#working"),
        ("educationalLevel", f"{USERS}#awareness"),
        ("educationalLevel", f"{BASE}competencies/risks/#working"),
        ("requires", f"{BASE}modules/basics/"),
    }


def test_works_it_adapts_and_cites_are_named_with_their_terms() -> None:
    linked = small_course()
    graph = expand(linked_data.module(linked, linked.modules["needs"]))
    this = URIRef(BASE + "modules/needs/")
    (old,) = graph.objects(this, SDO.isBasedOn)
    assert (old, SDO.license, Literal("https://spdx.org/licenses/OGL-UK-3.0.html")) in graph
    (paper,) = graph.objects(this, SDO.citation)
    assert (paper, SDO.conditionsOfAccess, Literal("Free to read online")) in graph


def test_a_creator_is_a_person_or_organisation_only_where_that_is_known() -> None:
    linked = small_course()
    graph = expand(linked_data.module(linked, linked.modules["needs"]))
    team, ada = sorted(
        graph.objects(URIRef(BASE + "modules/needs/"), SDO.creator), key=lambda c: isinstance(c, URIRef)
    )
    assert list(graph.objects(team, RDF.type)) == []
    assert (ada, RDF.type, SDO.Person) in graph
    assert ada == URIRef("https://orcid.org/0000-0001-2345-6789")


def test_exercises_and_the_quiz_are_parts() -> None:
    linked = small_course()
    text = lesson(block("exercise", 1, 15, "Ask three people"), block("question", 1), block("question", 2))
    node = linked_data.module(linked, linked.modules["needs"], text)
    assert [(part["@type"], part["@id"], part.get("timeRequired")) for part in node["hasPart"]] == [
        ("LearningResource", f"{BASE}modules/needs/#exercise-1", "PT15M"),
        ("Quiz", f"{BASE}modules/needs/#question-1", None),
    ]


def test_a_planned_module_offers_no_bundle() -> None:
    linked = small_course()
    assert "encoding" not in linked_data.module(linked, linked.modules["later"])
    node = linked_data.module(linked, linked.modules["needs"])
    assert node["encoding"]["contentUrl"] == f"{BASE}modules/needs/needs.zip"


def test_a_course_sums_what_is_written_and_lists_all_its_modules() -> None:
    linked = small_course()
    graph = expand(linked_data.course(linked, linked.courses["all"]))
    this = URIRef(BASE + "courses/all/")
    assert (this, RDF.type, SDO.Course) in graph
    assert (this, SDO.timeRequired, Literal("PT2H15M")) in graph
    assert set(graph.objects(this, SDO.hasPart)) == {
        URIRef(f"{BASE}modules/{name}/") for name in ("basics", "needs", "later")
    }
    sections = {str(next(graph.objects(s, SDO.name))): s for s in graph.objects(this, SDO.syllabusSections)}
    assert (sections["Unit 1"], SDO.timeRequired, Literal("PT2H15M")) in graph
    assert not list(graph.objects(sections["Unit 2"], SDO.timeRequired)), "planned time is not offered"


def test_a_competency_is_a_term_of_the_framework_with_its_case_identity() -> None:
    linked = catalogue(
        competency("users", "C1"),
        crosswalk("other", ("users", "exactMatchOf", "1.2"), ("users", "isRelatedTo", "1.3")),
    )
    graph = expand(linked_data.competency(linked, linked.competencies["users"]))
    assert (USERS, RDF.type, SDO.DefinedTerm) in graph
    assert (USERS, SDO.inDefinedTermSet, URIRef(BASE + "framework/")) in graph
    assert any(str(name).startswith("urn:uuid:") for name in graph.objects(USERS, SDO.identifier))
    assert set(graph.objects(USERS, SDO.sameAs)) == {Literal("https://frameworks.example/other/1.2")}


def test_a_framework_is_a_set_of_terms_and_links_its_case_package() -> None:
    linked = small_course()
    node = linked_data.framework(linked)
    graph = expand(node)
    this = URIRef(BASE + "framework/")
    assert (this, RDF.type, SDO.DefinedTermSet) in graph
    assert set(graph.objects(this, SDO.hasDefinedTerm)) == {USERS, URIRef(BASE + "competencies/risks/")}
    assert node["encoding"]["contentUrl"].startswith(BASE + "ims/case/v1p1/CFPackages/")
    assert linked_data.framework(catalogue()) == {}


def test_a_role_is_an_occupation_with_skills() -> None:
    linked = small_course()
    graph = expand(linked_data.role(linked, linked.roles["adviser"]))
    this = URIRef(BASE + "roles/adviser/")
    assert (this, RDF.type, SDO.Occupation) in graph
    assert set(graph.objects(this, SDO.skills)) == {USERS, Literal("Users: Working")}


def test_the_glossary_is_a_set_of_terms() -> None:
    graph = expand(linked_data.glossary(small_course(), "Glossary"))
    service = URIRef(BASE + "glossary/#service")
    assert (service, RDF.type, SDO.DefinedTerm) in graph
    assert (service, SDO.alternateName, Literal("provision")) in graph


def test_the_site_and_the_way_to_a_page() -> None:
    linked = small_course()
    graph = expand(site_data.website(linked))
    assert (URIRef(BASE), RDF.type, SDO.WebSite) in graph
    trail = site_data.breadcrumbs(
        linked, [Step("Home", ""), Step("Modules", "modules/")], "modules/needs/", "Needs"
    )
    assert [(item["position"], item["name"], item["item"]) for item in trail["itemListElement"]] == [
        (1, "Home", BASE),
        (2, "Modules", BASE + "modules/"),
        (3, "Needs", BASE + "modules/needs/"),
    ]


def test_no_description_grows_with_the_site() -> None:
    def size(modules: int, competencies: int) -> int:
        names = [f"c{number}" for number in range(competencies)]
        linked = catalogue(
            *(competency(name) for name in names),
            *(module(f"m{number}", ["c0@working"]) for number in range(modules)),
            *(term(f"t{number}") for number in range(modules)),
            *(course(f"course{number}", ["m0"]) for number in range(competencies)),
        )
        pages: Iterable[dict[str, Any]] = (
            site_data.collection(linked, "Catalogue"),
            linked_data.framework(linked),
            linked_data.glossary(linked, "Glossary"),
            site_data.website(linked),
        )
        return sum(len(linked_data.dumps(node)) for node in pages)

    assert size(1000, 500) <= size(nodes.MOST + 1, nodes.MOST + 1) + 10
    listed = site_data.collection(catalogue(*(module(f"m{n}") for n in range(500))), "Catalogue")
    assert listed["mainEntity"] == {"@type": "ItemList", "numberOfItems": 500, "itemListElement": []}


def test_without_a_site_address_ids_resolve_against_the_page() -> None:
    linked = catalogue(
        competency("users"), module("a", ["users@working"]), site=Site("Course", "CC-BY-SA-4.0")
    )
    graph = expand(linked_data.module(linked, linked.modules["a"]), "file:///home/me/site/modules/a/")
    this = URIRef("file:///home/me/site/modules/a/")
    assert set(graph.objects(this, SDO.teaches)) == {URIRef("file:///home/me/site/competencies/users/")}


def test_what_is_not_said_is_not_written() -> None:
    linked = catalogue(framework([]), module("a", minutes=0, version="", creator=()))
    node = linked_data.module(linked, linked.modules["a"])
    assert not {"timeRequired", "version", "creator", "teaches", "educationalLevel", "isBasedOn"} & set(node)


def test_an_offer_of_two_licences_is_two_addresses() -> None:
    linked = catalogue(module("a", license="CC-BY-4.0 OR MIT"))
    assert linked_data.module(linked, linked.modules["a"])["license"] == [
        "https://creativecommons.org/licenses/by/4.0/",
        "https://spdx.org/licenses/MIT.html",
    ]


def test_no_text_can_end_the_script_element() -> None:
    linked = catalogue(module("a", title="</script><script>alert('&')//\u2028\u2029"))
    text = linked_data.dumps(linked_data.document(linked_data.module(linked, linked.modules["a"])))
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["name"] == "</script><script>alert('&')//\u2028\u2029"
