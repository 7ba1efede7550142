using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lms.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WholeLearning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "Choice",
                table: "Responses",
                newName: "Values");

            migrationBuilder.AddColumn<string>(
                name: "Confidence",
                table: "Responses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ToldAt",
                table: "EnrolmentVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Waiting",
                table: "AttemptResults",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "ActivityTexts",
                columns: table => new
                {
                    CourseVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    IsStale = table.Column<bool>(type: "INTEGER", nullable: false),
                    Lesson = table.Column<string>(type: "TEXT", nullable: true),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Quiz = table.Column<string>(type: "TEXT", nullable: true),
                    Case = table.Column<string>(type: "TEXT", nullable: true),
                    Deck = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActivityTexts", x => new { x.CourseVersionId, x.ActivityId, x.Language });
                    table.ForeignKey(
                        name: "FK_ActivityTexts_ActivityVersions_CourseVersionId_ActivityId",
                        columns: x => new { x.CourseVersionId, x.ActivityId },
                        principalTable: "ActivityVersions",
                        principalColumns: new[] { "CourseVersionId", "ActivityId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AnswerFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StoredAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnswerFiles_Attempts_AttemptId",
                        column: x => x.AttemptId,
                        principalTable: "Attempts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BankTexts",
                columns: table => new
                {
                    CourseVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Questions = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankTexts", x => new { x.CourseVersionId, x.Slug, x.Language });
                    table.ForeignKey(
                        name: "FK_BankTexts_CourseVersions_CourseVersionId",
                        column: x => x.CourseVersionId,
                        principalTable: "CourseVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseRuns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseRuns_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CaseRuns_CourseVersions_CourseVersionId",
                        column: x => x.CourseVersionId,
                        principalTable: "CourseVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CaseRuns_Enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ChecklistTicks",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Entry = table.Column<string>(type: "TEXT", nullable: false),
                    IsTicked = table.Column<bool>(type: "INTEGER", nullable: false),
                    SetAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChecklistTicks", x => new { x.PersonId, x.ActivityId, x.Entry });
                    table.ForeignKey(
                        name: "FK_ChecklistTicks_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ChecklistTicks_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CourseArchivals",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CourseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    IsArchived = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourseArchivals", x => x.Position);
                    table.ForeignKey(
                        name: "FK_CourseArchivals_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CourseTrainers",
                columns: table => new
                {
                    CourseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourseTrainers", x => new { x.CourseId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_CourseTrainers_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CourseTrainers_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ExtraAttempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GrantedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    GrantedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExtraAttempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExtraAttempts_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ExtraAttempts_Enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LastPlaces",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Block = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LastPlaces", x => new { x.PersonId, x.CourseId });
                    table.ForeignKey(
                        name: "FK_LastPlaces_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LastPlaces_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LastPlaces_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LessonNotes",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LessonNotes", x => new { x.PersonId, x.ActivityId });
                    table.ForeignKey(
                        name: "FK_LessonNotes_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LessonNotes_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Marks",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionId = table.Column<string>(type: "TEXT", nullable: false),
                    Points = table.Column<int>(type: "INTEGER", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    MarkedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    MarkedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Marks", x => x.Position);
                    table.ForeignKey(
                        name: "FK_Marks_Attempts_AttemptId",
                        column: x => x.AttemptId,
                        principalTable: "Attempts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Passes",
                columns: table => new
                {
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PassedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passes", x => new { x.EnrolmentId, x.ActivityId });
                    table.ForeignKey(
                        name: "FK_Passes_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Passes_Attempts_AttemptId",
                        column: x => x.AttemptId,
                        principalTable: "Attempts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Passes_Enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PracticeAnswers",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionId = table.Column<string>(type: "TEXT", nullable: false),
                    IsRight = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PracticeAnswers", x => x.Position);
                    table.ForeignKey(
                        name: "FK_PracticeAnswers_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PracticeAnswers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Rescores",
                columns: table => new
                {
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cause = table.Column<string>(type: "TEXT", nullable: false),
                    KeysOf = table.Column<Guid>(type: "TEXT", nullable: false),
                    Earned = table.Column<int>(type: "INTEGER", nullable: false),
                    Possible = table.Column<int>(type: "INTEGER", nullable: false),
                    IsPassed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Waiting = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rescores", x => new { x.AttemptId, x.Position });
                    table.ForeignKey(
                        name: "FK_Rescores_Attempts_AttemptId",
                        column: x => x.AttemptId,
                        principalTable: "Attempts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Rescores_CourseVersions_KeysOf",
                        column: x => x.KeysOf,
                        principalTable: "CourseVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SavedRemarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedRemarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TimeAllowances",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Factor = table.Column<string>(type: "TEXT", nullable: false),
                    SetAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SetBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TimeAllowances", x => x.Position);
                    table.ForeignKey(
                        name: "FK_TimeAllowances_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseFinishes",
                columns: table => new
                {
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseFinishes", x => new { x.EnrolmentId, x.ActivityId });
                    table.ForeignKey(
                        name: "FK_CaseFinishes_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CaseFinishes_CaseRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "CaseRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CaseFinishes_Enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseSteps",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Scene = table.Column<string>(type: "TEXT", nullable: false),
                    Choice = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseSteps", x => new { x.RunId, x.Position });
                    table.ForeignKey(
                        name: "FK_CaseSteps_CaseRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "CaseRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // By hand: EF would rebuild the tables, and no transaction holds that.
            migrationBuilder.Sql(
                """ALTER TABLE "Attempts" ADD COLUMN "Extra" TEXT NULL REFERENCES "ExtraAttempts" ("Id");"""
            );

            // Texts move from their activity into rows of their language.
            migrationBuilder.Sql(
                """
                INSERT INTO "ActivityTexts"
                    ("CourseVersionId", "ActivityId", "Language", "Title", "IsStale", "Lesson", "Quiz")
                SELECT a."CourseVersionId", a."ActivityId", json_extract(v."Manifest", '$.language'), a."Title", 0, a."Lesson", a."Quiz"
                FROM "ActivityVersions" a
                JOIN "CourseVersions" v ON v."Id" = a."CourseVersionId"
                """
            );

            // The first passing attempt of each quiz becomes the fact that it was passed.
            migrationBuilder.Sql(
                """
                INSERT INTO "Passes" ("EnrolmentId", "ActivityId", "PersonId", "AttemptId", "PassedAt")
                SELECT "EnrolmentId", "ActivityId", "PersonId", "AttemptId", "ClosedAt"
                FROM (
                    SELECT a."EnrolmentId", a."ActivityId", a."PersonId", r."AttemptId", r."ClosedAt",
                        ROW_NUMBER() OVER (
                            PARTITION BY a."EnrolmentId", a."ActivityId" ORDER BY r."ClosedAt", a."Number"
                        ) AS "Place"
                    FROM "Attempts" a
                    JOIN "AttemptResults" r ON r."AttemptId" = a."Id"
                    WHERE r."IsPassed" = 1
                ) AS "Passing"
                WHERE "Place" = 1
                """
            );

            migrationBuilder.Sql("""ALTER TABLE "ActivityVersions" DROP COLUMN "Lesson";""");

            migrationBuilder.Sql("""ALTER TABLE "ActivityVersions" DROP COLUMN "Quiz";""");

            migrationBuilder.Sql("""ALTER TABLE "ActivityVersions" DROP COLUMN "Title";""");

            migrationBuilder.AddColumn<string>(
                name: "End",
                table: "ActivityVersions",
                type: "TEXT",
                nullable: false,
                defaultValue: "Read");

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_Extra",
                table: "Attempts",
                column: "Extra",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnswerFiles_AttemptId_QuestionId",
                table: "AnswerFiles",
                columns: new[] { "AttemptId", "QuestionId" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseFinishes_ActivityId",
                table: "CaseFinishes",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseFinishes_RunId",
                table: "CaseFinishes",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseRuns_ActivityId",
                table: "CaseRuns",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseRuns_CourseVersionId",
                table: "CaseRuns",
                column: "CourseVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseRuns_EnrolmentId_ActivityId_Number",
                table: "CaseRuns",
                columns: new[] { "EnrolmentId", "ActivityId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseRuns_Operation",
                table: "CaseRuns",
                column: "Operation",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistTicks_ActivityId",
                table: "ChecklistTicks",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_CourseArchivals_CourseId",
                table: "CourseArchivals",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_CourseTrainers_AccountId",
                table: "CourseTrainers",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_ExtraAttempts_ActivityId",
                table: "ExtraAttempts",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_ExtraAttempts_EnrolmentId_ActivityId",
                table: "ExtraAttempts",
                columns: new[] { "EnrolmentId", "ActivityId" });

            migrationBuilder.CreateIndex(
                name: "IX_ExtraAttempts_Operation",
                table: "ExtraAttempts",
                column: "Operation",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LastPlaces_ActivityId",
                table: "LastPlaces",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_LastPlaces_CourseId",
                table: "LastPlaces",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_LessonNotes_ActivityId",
                table: "LessonNotes",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_Marks_AttemptId_QuestionId",
                table: "Marks",
                columns: new[] { "AttemptId", "QuestionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Marks_Operation",
                table: "Marks",
                column: "Operation",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Passes_ActivityId",
                table: "Passes",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_Passes_AttemptId",
                table: "Passes",
                column: "AttemptId");

            migrationBuilder.CreateIndex(
                name: "IX_PracticeAnswers_ActivityId",
                table: "PracticeAnswers",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_PracticeAnswers_PersonId_ActivityId",
                table: "PracticeAnswers",
                columns: new[] { "PersonId", "ActivityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Rescores_KeysOf",
                table: "Rescores",
                column: "KeysOf");

            migrationBuilder.CreateIndex(
                name: "IX_SavedRemarks_PersonId",
                table: "SavedRemarks",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_TimeAllowances_PersonId",
                table: "TimeAllowances",
                column: "PersonId");

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException(
                "Answers to the new kinds of question have no place in the older schema: restore the copy made before."
            );
    }
}
