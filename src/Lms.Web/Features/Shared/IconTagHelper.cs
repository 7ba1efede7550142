using System.Collections.Concurrent;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lms.Web.Features.Shared;

/// <summary><c>&lt;icon name="check" /&gt;</c>: a picture of the sprite beside words, silent to readers.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    // A page of a table has a hundred: each is written once, and whole.
    private static readonly ConcurrentDictionary<string, HtmlString> Written = new();

    public string Name { get; set; } = "";

    /// <summary>The same where a row would ask for a helper of its own.</summary>
    public static HtmlString Of(string name) =>
        Written.GetOrAdd(
            name,
            static name =>
                new(
                    $"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"/icons.svg#{name}\"></use></svg>"
                )
        );

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Of(Name));
    }
}
