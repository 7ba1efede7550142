using Lms.Domain.Courses;
using Lms.Web.Content.Markup;

namespace Lms.Web.Content.Courses;

/// <summary>The words of course.md and of its modules in another language.</summary>
internal sealed class ManifestWords(
    CourseFolder folder,
    Translation translation,
    MarkupSetting setting
)
{
    /// <param name="modules">In the course's own language, for those without a translation.</param>
    public ManifestTranslation Read(
        TranslationFile file,
        IReadOnlyList<ModuleOutline> modules,
        LinkTargets targets
    )
    {
        var fields = translation.Fields;
        var text = MarkupText.OfPage(translation.File, translation.Front.BodyStart, setting);
        Links.Follow(text, CourseFolder.CourseFile, targets);
        var certificate = fields.Map("certificate");
        var words = new ManifestTranslation
        {
            Title = fields.RequiredText("title"),
            Summary = fields.RequiredText("summary"),
            DescriptionHtml = MarkupHtml.Of(text),
            Outcomes = fields.Texts("outcomes"),
            ContentNote = fields.OptionalText("content-note"),
            Modules = [.. folder.Modules.Zip(modules, (at, own) => ModuleOf(file, at, own))],
            CertificateTitle = certificate?.Text("title") ?? "",
            CertificateForm = certificate?.Text("form") ?? "",
            IsStale = translation.IsStale,
        };
        certificate?.RefuseTheRest();
        fields.RefuseTheRest();
        return words;
    }

    private ModuleOutline ModuleOf(TranslationFile course, ModuleFolder module, ModuleOutline own)
    {
        var path = $"{module.Path}/{CourseFolder.ModuleFile}";
        var file = folder.Translations.FirstOrDefault(other =>
            other.Of == path && other.Language == course.Language
        );
        if (
            file is null
            || folder.Open(path) is not { } source
            || Translation.Open(folder, file, source) is not { } opened
        )
        {
            return own;
        }

        var words = own with
        {
            Title = opened.Fields.RequiredText("title"),
            Summary = opened.Fields.Text("summary"),
        };
        opened.Fields.RefuseTheRest();
        return words;
    }
}
