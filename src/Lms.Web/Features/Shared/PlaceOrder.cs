using System.Collections.Concurrent;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Shared;

/// <summary>
/// The places of the pack in the order of their names. A language sorts a thousand names in
/// milliseconds, and they never change: it is done once.
/// </summary>
public sealed class PlaceOrder(OrganisationPack pack)
{
    private readonly ConcurrentDictionary<string, Dictionary<TerritoryCode, int>> ranks = new();

    /// <summary>Where the name stands among all; those of no place of the pack come last.</summary>
    public int Of(Texts texts, TerritoryCode code) =>
        ranks
            .GetOrAdd(
                texts.Language,
                static (_, both) => Ranks(both.pack, both.texts),
                (pack, texts)
            )
            .GetValueOrDefault(code, int.MaxValue);

    private static Dictionary<TerritoryCode, int> Ranks(OrganisationPack pack, Texts texts) =>
        pack
            .Territories.All.Select(one => one.Code)
            .OrderBy(
                code => texts.PlaceWords(pack, code),
                StringComparer.Create(texts.Culture, ignoreCase: true)
            )
            .ThenBy(code => code.Value, StringComparer.Ordinal)
            .Select((code, at) => (code, at))
            .ToDictionary(one => one.code, one => one.at);
}
