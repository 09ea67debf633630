using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FundTracker.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Evaluations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Evaluations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    MotherFund = table.Column<long>(type: "INTEGER", nullable: false),
                    Fund = table.Column<long>(type: "INTEGER", nullable: false),
                    Timing = table.Column<byte>(type: "INTEGER", nullable: false),
                    Scheme = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SchemeVersion = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SchemeText = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    AsOf = table.Column<int>(type: "INTEGER", nullable: false),
                    IsRetroactive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Stage = table.Column<byte>(type: "INTEGER", nullable: false),
                    OpenedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    HandedInBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Document = table.Column<long>(type: "INTEGER", nullable: true),
                    KnownAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ObjectionUntil = table.Column<int>(type: "INTEGER", nullable: true),
                    SealedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    SealedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SealedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Points = table.Column<long>(type: "INTEGER", nullable: true),
                    Grade = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Content = table.Column<string>(type: "TEXT", nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EvaluationEntries",
                columns: table => new
                {
                    Evaluation = table.Column<long>(type: "INTEGER", nullable: false),
                    Input = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Proof = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationEntries", x => new { x.Evaluation, x.Input });
                    table.ForeignKey(
                        name: "FK_EvaluationEntries_Evaluations_Evaluation",
                        column: x => x.Evaluation,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvaluationEvents",
                columns: table => new
                {
                    Evaluation = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationEvents", x => new { x.Evaluation, x.Number });
                    table.ForeignKey(
                        name: "FK_EvaluationEvents_Evaluations_Evaluation",
                        column: x => x.Evaluation,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvaluationReviews",
                columns: table => new
                {
                    Evaluation = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Reviewer = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationReviews", x => new { x.Evaluation, x.Number });
                    table.ForeignKey(
                        name: "FK_EvaluationReviews_Evaluations_Evaluation",
                        column: x => x.Evaluation,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvaluationScores",
                columns: table => new
                {
                    Evaluation = table.Column<long>(type: "INTEGER", nullable: false),
                    Review = table.Column<int>(type: "INTEGER", nullable: false),
                    Indicator = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Points = table.Column<long>(type: "INTEGER", nullable: true),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationScores", x => new { x.Evaluation, x.Review, x.Indicator });
                    table.ForeignKey(
                        name: "FK_EvaluationScores_EvaluationReviews_Evaluation_Review",
                        columns: x => new { x.Evaluation, x.Review },
                        principalTable: "EvaluationReviews",
                        principalColumns: new[] { "Evaluation", "Number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Fund_Scheme_Timing_Year",
                table: "Evaluations",
                columns: new[] { "Fund", "Scheme", "Timing", "Year" },
                unique: true,
                filter: "\"Stage\" <> 7");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_MotherFund",
                table: "Evaluations",
                column: "MotherFund");
            AppendOnly(migrationBuilder, "EvaluationEntries", "Evaluation", "Input");
            AppendOnly(migrationBuilder, "EvaluationEvents", "Evaluation", "Number");
            AppendOnly(migrationBuilder, "EvaluationReviews", "Evaluation", "Number");
            AppendOnly(migrationBuilder, "EvaluationScores", "Evaluation", "Review", "Indicator");
            migrationBuilder.Sql("""
                CREATE TRIGGER "Evaluations_NoUpdate" BEFORE UPDATE ON "Evaluations" WHEN OLD."Stage" = 6
                BEGIN SELECT RAISE(ABORT, 'A sealed evaluation is not changed'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "Evaluations_NoDelete" BEFORE DELETE ON "Evaluations" WHEN OLD."Stage" = 6
                BEGIN SELECT RAISE(ABORT, 'A sealed evaluation is not changed'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "Evaluations_NoReplace" BEFORE INSERT ON "Evaluations"
                WHEN EXISTS (SELECT 1 FROM "Evaluations" WHERE "Id" = NEW."Id" AND "Stage" = 6)
                BEGIN SELECT RAISE(ABORT, 'A sealed evaluation is not changed'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EvaluationEntries");

            migrationBuilder.DropTable(
                name: "EvaluationEvents");

            migrationBuilder.DropTable(
                name: "EvaluationScores");

            migrationBuilder.DropTable(
                name: "EvaluationReviews");

            migrationBuilder.DropTable(
                name: "Evaluations");
        }

        private static void AppendOnly(MigrationBuilder migrationBuilder, string table, params string[] key)
        {
            var same = string.Join(" AND ", key.Select(column => $"\"{column}\" = NEW.\"{column}\""));
            migrationBuilder.Sql(Refuse(table, "Update", "UPDATE", "TRUE"));
            migrationBuilder.Sql(Refuse(table, "Delete", "DELETE", "TRUE"));
            // INSERT OR REPLACE deletes without calling the trigger above.
            migrationBuilder.Sql(Refuse(table, "Replace", "INSERT", $"EXISTS (SELECT 1 FROM \"{table}\" WHERE {same})"));
        }

        private static string Refuse(string table, string name, string verb, string when) => $"""
            CREATE TRIGGER "{table}_No{name}" BEFORE {verb} ON "{table}" WHEN {when}
            BEGIN SELECT RAISE(ABORT, '{table} is only added to: correct by a new entry'); END;
            """;
    }
}
