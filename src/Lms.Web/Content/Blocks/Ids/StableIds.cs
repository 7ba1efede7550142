using Lms.Domain.Courses;
using Lms.Web.Content.Markup;

namespace Lms.Web.Content.Blocks.Ids;

/// <summary>Puts the ids that outlive a version into a lesson, in place of its draft ids.</summary>
internal static class StableIds
{
    private static readonly string[] Bearers = ["id", "href", "value"];

    /// <param name="previous">The blocks of the version before; empty when there is none.</param>
    /// <param name="name">Names the lesson among all others, the same at every publishing.</param>
    public static LessonText Settle(
        LessonText draft,
        IReadOnlyList<LessonBlock> previous,
        string name
    )
    {
        return With(draft, LessonBlocks.Carry(previous, draft.Blocks, name));
    }

    /// <summary>
    /// A translation with the ids of its source, so that ticks, notes and links hold in both; null when
    /// the two are not made of the same blocks in the same order.
    /// </summary>
    /// <param name="source">With its settled ids.</param>
    public static LessonText? SettleAs(LessonText draft, LessonText source)
    {
        var pairs = draft.Blocks.Zip(source.Blocks).ToList();
        var isSame =
            draft.Blocks.Count == source.Blocks.Count
            && pairs.TrueForAll(pair =>
                pair.First.Kind == pair.Second.Kind
                && pair.First.Entries.Count == pair.Second.Entries.Count
                && !draft.Sections.Any(section => section.Anchor == pair.Second.Id)
            );
        return isSame
            ? With(
                draft,
                pairs
                    .Select(pair => (pair.First.Id, pair.Second.Id))
                    .Concat(pairs.SelectMany(pair => pair.First.Entries.Zip(pair.Second.Entries)))
                    .ToDictionary(ids => ids.Item1, ids => ids.Item2)
            )
            : null;
    }

    private static LessonText With(LessonText draft, IReadOnlyDictionary<string, string> ids) =>
        draft with
        {
            Html = Rewrite(draft.Html, ids),
            Blocks =
            [
                .. draft.Blocks.Select(block =>
                    block with
                    {
                        Id = Settled(block.Id, ids),
                        Entries = [.. block.Entries.Select(entry => Settled(entry, ids))],
                    }
                ),
            ],
        };

    /// <summary>One pass over the tags; text is never touched.</summary>
    /// <param name="html">As the sanitiser writes it: every value stands in double quotes.</param>
    internal static string Rewrite(string html, IReadOnlyDictionary<string, string> ids)
    {
        var written = SpareBuilder.Take();
        var copied = 0;
        for (var tag = html.IndexOf('<'); tag >= 0; tag = html.IndexOf('<', tag))
        {
            // From quote to quote until the tag ends: a value may hold the sign that ends one.
            for (tag++; tag < html.Length && html[tag] != '>'; tag++)
            {
                if (html[tag] != '"')
                {
                    continue;
                }

                var end = html.IndexOf('"', tag + 1);
                end = end < 0 ? html.Length : end;
                if (IsBearer(html.AsSpan(0, tag)))
                {
                    var value = html[(tag + 1)..end];
                    written.Append(html, copied, tag + 1 - copied).Append(Settled(value, ids));
                    copied = end;
                }

                tag = end;
            }

            if (tag >= html.Length)
            {
                break;
            }
        }

        var settled = written.Append(html, copied, html.Length - copied).ToString();
        SpareBuilder.GiveBack(written);
        return settled;
    }

    private static bool IsBearer(ReadOnlySpan<char> before)
    {
        if (before is not [.., '='])
        {
            return false;
        }

        var name = before[(before.LastIndexOf(' ') + 1)..^1];
        foreach (var bearer in Bearers)
        {
            if (name.SequenceEqual(bearer))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of an attribute: a block, a part of one behind a colon, or a link to one.</summary>
    private static string Settled(string value, IReadOnlyDictionary<string, string> ids)
    {
        var link = value.StartsWith('#') ? "#" : "";
        if (ids.TryGetValue(value[link.Length..], out var whole))
        {
            return link + whole;
        }

        var colon = value.IndexOf(':', StringComparison.Ordinal);
        var id = value[link.Length..(colon < link.Length ? value.Length : colon)];
        return ids.TryGetValue(id, out var settled)
            ? $"{link}{settled}{value[(link.Length + id.Length)..]}"
            : value;
    }
}
