using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Lms.Web.Data.Migrations.Postgres
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
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ToldAt",
                table: "EnrolmentVersions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Extra",
                table: "Attempts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Waiting",
                table: "AttemptResults",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "ActivityTexts",
                columns: table => new
                {
                    CourseVersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActivityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    IsStale = table.Column<bool>(type: "boolean", nullable: false),
                    Lesson = table.Column<string>(type: "text", nullable: true),
                    Body = table.Column<byte[]>(type: "bytea", nullable: true),
                    Quiz = table.Column<string>(type: "text", nullable: true),
                    Case = table.Column<string>(type: "text", nullable: true),
                    Deck = table.Column<string>(type: "text", nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    QuestionId = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    MediaType = table.Column<string>(type: "text", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    StoredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    CourseVersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    Questions = table.Column<string>(type: "text", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActivityId = table.Column<Guid>(type: "uuid", nullable: false),
                    CourseVersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Operation = table.Column<Guid>(type: "uuid", nullable: false),
                    BegunAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActivityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Entry = table.Column<string>(type: "text", nullable: false),
                    IsTicked = table.Column<bool>(type: "boolean", nullable: false),
                    SetAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CourseId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    IsArchived = table.Column<bool>(type: "boolean", nullable: false)
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
                    CourseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActivityId = table.Column<Guid>(type: "uuid", nullable: false),
                    GrantedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    GrantedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    Operation = table.Column<Guid>(type: "uuid", nullable: false)
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
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    CourseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActivityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Block = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActivityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    SavedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    QuestionId = table.Column<string>(type: "text", nullable: false),
                    Points = table.Column<int>(type: "integer", nullable: false),
                    Remark = table.Column<string>(type: "text", nullable: false),
                    MarkedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    MarkedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Operation = table.Column<Guid>(type: "uuid", nullable: false)
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
                    EnrolmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActivityId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    PassedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActivityId = table.Column<Guid>(type: "uuid", nullable: false),
                    QuestionId = table.Column<string>(type: "text", nullable: false),
                    IsRight = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Cause = table.Column<string>(type: "text", nullable: false),
                    KeysOf = table.Column<Guid>(type: "uuid", nullable: false),
                    Earned = table.Column<int>(type: "integer", nullable: false),
                    Possible = table.Column<int>(type: "integer", nullable: false),
                    IsPassed = table.Column<bool>(type: "boolean", nullable: false),
                    Waiting = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    SavedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedRemarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TimeAllowances",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Factor = table.Column<string>(type: "text", nullable: false),
                    SetAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SetBy = table.Column<Guid>(type: "uuid", nullable: false)
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
                    EnrolmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActivityId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Scene = table.Column<string>(type: "text", nullable: false),
                    Choice = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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

            // Texts move from their activity into rows of their language.
            migrationBuilder.Sql(
                """
                INSERT INTO "ActivityTexts"
                    ("CourseVersionId", "ActivityId", "Language", "Title", "IsStale", "Lesson", "Quiz")
                SELECT a."CourseVersionId", a."ActivityId", v."Manifest"::json ->> 'language', a."Title", FALSE, a."Lesson", a."Quiz"
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
                    WHERE r."IsPassed" = TRUE
                ) AS "Passing"
                WHERE "Place" = 1
                """
            );

            migrationBuilder.DropColumn(name: "Lesson", table: "ActivityVersions");

            migrationBuilder.DropColumn(name: "Quiz", table: "ActivityVersions");

            migrationBuilder.DropColumn(name: "Title", table: "ActivityVersions");

            migrationBuilder.AddColumn<string>(
                name: "End",
                table: "ActivityVersions",
                type: "text",
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

            migrationBuilder.AddForeignKey(
                name: "FK_Attempts_ExtraAttempts_Extra",
                table: "Attempts",
                column: "Extra",
                principalTable: "ExtraAttempts",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException(
                "Answers to the new kinds of question have no place in the older schema: restore the copy made before."
            );
    }
}
