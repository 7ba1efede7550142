using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Lms.Web.Tests.Content.Standards;

/// <summary>A row of <c>commonmark-differences.csv</c>: a difference by design and its reason.</summary>
/// <param name="Kinds">What differs; without it both sides must be the same.</param>
internal sealed record Difference(int Number, string Section, string[] Kinds, string Reason)
{
    public static readonly string Listed = Path.Combine(
        CommonMarkExample.Folder,
        "commonmark-differences.csv"
    );

    public static IReadOnlyDictionary<int, Difference> All() =>
        File.ReadLines(Listed)
            .Skip(1)
            .Select(line => line.Split(',', 4))
            .Select(cells => new Difference(
                int.Parse(cells[0]),
                cells[1],
                cells[2].Split('+'),
                cells[3]
            ))
            .ToDictionary(row => row.Number);

    /// <summary>Whether nothing else differs. HTML is shown as text: there is nothing to compare.</summary>
    public bool IsAll(string theirs, string ours) =>
        Kinds.Contains("html") || Kinds.Contains("own-form") || Without(theirs) == Without(ours);

    private string Without(string html)
    {
        var body = new HtmlParser().ParseDocument($"<body>{html}").Body!;
        foreach (var kind in Kinds)
        {
            switch (kind)
            {
                case "heading-level":
                    html = body.InnerHtml.Replace("<h1", "<h2").Replace("</h1", "</h2");
                    body.InnerHtml = html;
                    break;
                case "code-language":
                    Each(body, "code", code => code.RemoveAttribute("class"));
                    break;
                case "address":
                    Each(body, "a", link => link.Replace([.. link.ChildNodes]));
                    break;
                case "picture":
                    Each(body, "img", Told);
                    break;
                default:
                    throw new InvalidOperationException($"{Number}: {kind}");
            }
        }

        return NormalHtml.Of(body.InnerHtml);
    }

    private static void Told(IElement picture) =>
        picture.Replace(picture.Owner!.CreateTextNode(picture.GetAttribute("alt") ?? ""));

    private static void Each(IElement body, string name, Action<IElement> change)
    {
        foreach (var element in body.QuerySelectorAll(name))
        {
            change(element);
        }
    }
}
