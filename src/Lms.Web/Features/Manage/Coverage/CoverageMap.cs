using Lms.Domain.Coverage;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Covering;

namespace Lms.Web.Features.Manage.Coverage;

/// <summary>
/// The communities in scope on the pack's map. Each is a link with its name and its state in words;
/// pattern and sign tell the state where colour does not.
/// </summary>
/// <param name="NotDrawn">Communities in scope that the map does not have.</param>
public sealed record CoverageMap(
    MapBox View,
    IReadOnlyList<MapPlace> Places,
    IReadOnlyList<CoverageState> States,
    int NotDrawn
)
{
    /// <summary>Of the sign, in the units of the map: about 10 px on the narrowest phone.</summary>
    public int SignSize => Math.Max(6, Math.Max(View.Width, View.Height) / 32);

    /// <summary>Null when nothing in scope is drawn.</summary>
    public static CoverageMap? Of(
        TerritoryMap map,
        CoverageView view,
        CoverageChoice choice,
        Texts texts
    )
    {
        var rows = view.Places;
        var shown = view.Shown.Select(row => row.Code).ToHashSet();
        var shapes = map.Shapes.ToDictionary(shape => shape.Code.Value);
        List<MapPlace> places =
        [
            .. rows.Where(row => shapes.ContainsKey(row.Code))
                .Select(row => new MapPlace(
                    shapes[row.Code],
                    shown.Contains(row.Code)
                        ? $"{choice.Address()}#c-{row.Code}"
                        : choice.Alone(row.Community).Address(),
                    texts.Fill(
                        "manage.coverage.map.place",
                        row.Name,
                        texts.Of(row.Answer.State),
                        row.Answer.Count
                    ),
                    row.Answer.State
                )),
        ];
        if (places.Count == 0)
        {
            return null;
        }

        var box = places
            .Select(place => place.Shape.Box)
            .Aggregate((one, other) => one.With(other));
        var room = Math.Max(4, Math.Max(box.Width, box.Height) / 100);
        return new(
            new(box.Left - room, box.Top - room, box.Right + room, box.Bottom + room),
            places,
            [.. CoverageWords.States.Where(state => places.Exists(one => one.State == state))],
            rows.Count - places.Count
        );
    }
}

/// <param name="Words">Name and state: what a screen reader says.</param>
public sealed record MapPlace(MapShape Shape, string Address, string Words, CoverageState State);
