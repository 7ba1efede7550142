using System.Collections.Concurrent;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Shared;

/// <summary>
/// The places of the pack by name, and in the order of their names. A language sorts a thousand names
/// in milliseconds, and they never change: it is done once.
/// </summary>
public sealed class PlaceOrder(OrganisationPack pack)
{
    private readonly ConcurrentDictionary<
        string,
        Dictionary<TerritoryCode, (int Rank, string Name)>
    > places = new();

    /// <summary>Where the name stands among all; those of no place of the pack come last.</summary>
    public int Of(Texts texts, TerritoryCode code) =>
        PlacesIn(texts).TryGetValue(code, out var place) ? place.Rank : int.MaxValue;

    public string NameOf(Texts texts, TerritoryCode code) =>
        PlacesIn(texts).TryGetValue(code, out var place)
            ? place.Name
            : texts.PlaceWords(pack, code);

    private Dictionary<TerritoryCode, (int Rank, string Name)> PlacesIn(Texts texts) =>
        places.GetOrAdd(
            texts.Language,
            static (_, both) => Read(both.pack, both.texts),
            (pack, texts)
        );

    private static Dictionary<TerritoryCode, (int Rank, string Name)> Read(
        OrganisationPack pack,
        Texts texts
    ) =>
        pack
            .Territories.All.Select(one => (one.Code, Name: texts.PlaceWords(pack, one.Code)))
            .OrderBy(one => one.Name, StringComparer.Create(texts.Culture, ignoreCase: true))
            .ThenBy(one => one.Code.Value, StringComparer.Ordinal)
            .Select((one, at) => (one.Code, one.Name, At: at))
            .ToDictionary(one => one.Code, one => (one.At, one.Name));
}
