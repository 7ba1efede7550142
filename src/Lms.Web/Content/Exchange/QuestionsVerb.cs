using System.CommandLine;

namespace Lms.Web.Content.Exchange;

/// <summary>
/// <c>questions import FILE --format F [--into BANK]</c> and <c>questions export QUIZ --format gift</c>
/// </summary>
internal static class QuestionsVerb
{
    public static Command Command() =>
        new("questions", "Обмін запитаннями з іншими системами. | Exchanges questions.")
        {
            Import(),
            Export(),
        };

    private static Command Export()
    {
        var file = new Argument<FileInfo>("file")
        {
            Description = "Тест або банк у теці курсу. | A quiz or a bank in a course folder.",
        };
        file.AcceptExistingOnly();
        var format = Format();
        format.AcceptOnlyFromAmong("gift");
        var language = Language();
        var command = new Command(
            "export",
            "Друкує запитання для іншої системи. | Prints questions for another system."
        )
        {
            file,
            format,
            language,
        };
        command.SetAction(parsed =>
            new ExportQuestions(
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error,
                parsed.GetValue(language)!
            ).Run(parsed.GetValue(file)!.ToString())
        );
        return command;
    }

    private static Option<string> Format() =>
        new("--format")
        {
            Description = "Формат іншої системи. | The format of the other system.",
            Required = true,
        };

    private static Option<string> Language()
    {
        var language = new Option<string>("--lang")
        {
            Description = "Мова повідомлень: uk або en. | Language of the messages.",
            DefaultValueFactory = _ => "uk",
        };
        language.AcceptOnlyFromAmong("uk", "en");
        return language;
    }

    private static Command Import()
    {
        var file = new Argument<FileInfo>("file")
        {
            Description = "Файл із запитаннями. | The file of questions.",
        };
        file.AcceptExistingOnly();
        var format = Format();
        format.AcceptOnlyFromAmong(ExchangeFormats.Names);
        var into = new Option<string?>("--into", "--bank")
        {
            Description =
                "Файл банку <курс>/banks/<слаг>.bank.md; без нього — на екран. | The bank to add to; without it the bank is printed.",
        };
        var language = Language();
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
