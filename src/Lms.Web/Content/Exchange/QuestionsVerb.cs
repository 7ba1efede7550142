using System.CommandLine;

namespace Lms.Web.Content.Exchange;

/// <summary><c>questions import FILE --format F [--into BANK]</c></summary>
internal static class QuestionsVerb
{
    public static Command Command() =>
        new("questions", "Обмін запитаннями з іншими системами. | Exchanges questions.")
        {
            Import(),
        };

    private static Command Import()
    {
        var file = new Argument<FileInfo>("file")
        {
            Description = "Файл із запитаннями. | The file of questions.",
        };
        file.AcceptExistingOnly();
        var format = new Option<string>("--format")
        {
            Description = "Формат файла. | The format of the file.",
            Required = true,
        };
        format.AcceptOnlyFromAmong(ExchangeFormats.Names);
        var into = new Option<string?>("--into", "--bank")
        {
            Description =
                "Файл банку <курс>/banks/<слаг>.bank.md; без нього — на екран. | The bank to add to; without it the bank is printed.",
        };
        var language = new Option<string>("--lang")
        {
            Description = "Мова повідомлень: uk або en. | Language of the messages.",
            DefaultValueFactory = _ => "uk",
        };
        language.AcceptOnlyFromAmong("uk", "en");
        var command = new Command(
            "import",
            "Бере запитання з GIFT, Aiken або Moodle XML. | Takes questions from another system."
        )
        {
            file,
            format,
            into,
            language,
        };
        command.SetAction(parsed =>
            new ImportQuestions(
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error,
                parsed.GetValue(language)!
            ).Run(
                parsed.GetValue(file)!.ToString(),
                parsed.GetValue(format)!,
                parsed.GetValue(into)
            )
        );
        return command;
    }
}
