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

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(
            Written.GetOrAdd(
                Name,
                name =>
                    new(
                        $"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"/icons.svg#{name}\"></use></svg>"
                    )
            )
        );
    }
}
