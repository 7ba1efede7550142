using Lms.Domain.Cases;
using Lms.Web.Content.Cases.Graph;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Shared;

/// <summary>A case as a drawing and as a list, the same told twice.</summary>
/// <param name="Language">Of the case's own words.</param>
/// <param name="Ways">Who went which way, where that is counted.</param>
public sealed record CaseDrawing(Case Case, string Language, WaysTaken? Ways = null)
{
    private const string NotTold = "—";

    public HtmlString Svg(Texts texts) =>
        new(
            CaseGraph.Svg(
                Case,
                new(
                    texts["shared.graph"],
                    texts["shared.graph.about"],
                    texts[WordsOf(CaseEnding.Good)],
                    texts[WordsOf(CaseEnding.Poor)],
                    texts[WordsOf(CaseEnding.Harm)],
                    texts["shared.graph.apart"]
                ),
                Ways is null
                    ? GraphCounts.None
                    : new(
                        scene => Number(Ways.ReachedOf(scene), texts),
                        (scene, choice) => Number(Ways.ChosenOf(scene, choice), texts)
                    )
            )
        );

    /// <summary>The ids of scenes that no way leads to.</summary>
    public IReadOnlySet<string> Apart =>
        Case.Scenes.Count == 0
            ? new HashSet<string>()
            : GraphLayout
                .Of(Case)
                .Places.Values.Where(place => place.IsApart)
                .Select(place => place.Scene.Id)
                .ToHashSet();

    /// <summary>Key of the words for an ending.</summary>
    public static string WordsOf(CaseEnding ending) =>
        ending switch
        {
            CaseEnding.Good => "shared.graph.good",
            CaseEnding.Poor => "shared.graph.poor",
            CaseEnding.Harm => "shared.graph.harm",
        };

    private static string Number(int? people, Texts texts) =>
        people?.ToString(texts.Culture) ?? NotTold;
}
