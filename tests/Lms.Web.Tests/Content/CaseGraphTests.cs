using System.Xml.Linq;
using Lms.Domain.Cases;
using Lms.Web.Content.Cases.Graph;

namespace Lms.Web.Tests.Content;

/// <summary>The ways through a case as a drawing made on the server.</summary>
public sealed class CaseGraphTests
{
    private static readonly XNamespace Svg = "";
    private static readonly GraphWords Words = new(
        "Ways",
        "A drawing",
        "good",
        "poor",
        "harm",
        "unreachable"
    );

    [Fact]
    public void A_drawing_has_its_title_every_scene_and_every_way()
    {
        var drawing = Draw(
            """
            ## Біля <столу> & далі {#s1}

            Двоє.

            - [спитати](#s2)
            - [кричати](#bad)
            - [сфотографувати](#s2){breach}

            ## Наодинці {#s2}

            Тиша.

            - [назвати номери](#end)
            - [почати спочатку](#s1)

            ## Шкода {#bad ending=harm}

            Ні.
            """
        );

        Assert.Equal("Ways", drawing.Element(Svg + "title")!.Value);
        Assert.Equal("A drawing", drawing.Element(Svg + "desc")!.Value);
        Assert.Equal("img", drawing.Attribute("role")!.Value);
        Assert.Equal(4, Of(drawing, "path", "graph-way").Count());
        Assert.Single(Of(drawing, "path", "graph-breach"));
        var texts = drawing.Descendants(Svg + "text").Select(text => text.Value).ToList();
        Assert.Contains("Біля <столу> & далі", texts);
        Assert.Contains("bad · harm", texts);
        Assert.Contains("end · good", texts);
        Assert.DoesNotContain(drawing.Descendants(), one => one.Attribute("style") is not null);
    }

    [Fact]
    public void A_scene_that_nothing_leads_to_is_drawn_apart_with_its_word()
    {
        var drawing = Draw(
            "## Початок {#s1}\n\nТак.\n\n- [далі](#end)\n\n## Острів {#island}\n\nНіхто.\n\n- [далі](#end)\n"
        );

        var apart = Assert.Single(
            drawing.Descendants(Svg + "g"),
            group => group.Attribute("class")?.Value == "graph-apart"
        );
        Assert.Contains("island · unreachable", apart.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_with_mistakes_is_drawn_as_far_as_it_goes()
    {
        var drawing = Draw(
            "## Раз {#s1}\n\nА.\n\n- [в нікуди](#nowhere)\n- [до себе](#s1)\n\n## Два {#s1}\n\nБ.\n\n## Три\n\nВ.\n"
        );

        Assert.NotEmpty(Of(drawing, "rect", "graph-box"));
        Assert.Equal("", CaseGraph.Svg(new([], []), Words, GraphCounts.None));
    }

    private static XElement Draw(string scenes) =>
        XElement.Parse(
            CaseGraph.Svg(Stories.Read(scenes + Stories.End).TheCase(), Words, GraphCounts.None)
        );

    private static IEnumerable<XElement> Of(XElement drawing, string name, string look) =>
        drawing
            .Descendants(Svg + name)
            .Where(one => one.Attribute("class")!.Value.Split(' ').Contains(look));
}
