using Lms.Web.Content.Terms;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Kept;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Help;

/// <summary>All terms in the reader's language, by the alphabet.</summary>
[AllowAnonymous]
[KeptForAnyone]
public sealed class GlossaryModel(Glossary glossary) : PageModel
{
    public IEnumerable<GlossaryEntry> Entries { get; private set; } = [];

    public bool IsStale { get; private set; }

    public void OnGet()
    {
        var texts = HttpContext.Texts();
        var words = glossary.In(texts.Language);
        IsStale = words.IsStale;
        Entries = words.Entries.OrderBy(
            entry => entry.Term,
            StringComparer.Create(texts.Culture, ignoreCase: true)
        );
    }
}
