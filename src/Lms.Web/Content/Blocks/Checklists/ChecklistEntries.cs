using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Checklists;

/// <summary>
/// Names the entries of a checklist by its id and by their words, so that a tick stays with its words
/// when entries are added, moved or taken away.
/// </summary>
internal static class ChecklistEntries
{
    private const int Digits = 6;

    public static string? IdOf(ListItemBlock entry) =>
        entry.GetData(typeof(ChecklistEntries)) as string;

    /// <param name="checklist">The id of the block on its page.</param>
    public static IReadOnlyList<string> Name(FenceBlock fence, string checklist)
    {
        var ids = new List<string>();
        foreach (var entry in fence.OfType<ListBlock>().SelectMany(list => list))
        {
            var words = PlainText.Of(entry.Descendants<ParagraphBlock>().FirstOrDefault());
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
            var name = $"{checklist}:{hash[..Digits]}";
            var id = name;
            for (var number = 2; ids.Contains(id); number++)
            {
                id = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
            }

            ids.Add(id);
            entry.SetData(typeof(ChecklistEntries), id);
        }

        return ids;
    }
}
